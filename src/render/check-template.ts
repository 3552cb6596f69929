import { GIVEN, type HtmlFault, type HtmlPlace, IN_TEXT, scanHtml, TEXT_ONLY, takesAnyValue } from './scan-html.ts';
import { type Expression, isStatement, namesIn, namesInCall, type Statement, type UsedName } from './template-nodes.ts';

export interface TemplateFault extends HtmlFault {
  /** 1-based. */
  readonly line: number;
}

/** What a template must be, by the template of the package that it stands in for. */
export interface TemplateRules {
  /** Names that may be written raw: the package's own CSS and scripts. */
  readonly raw: ReadonlySet<string>;
  /** Names that must be used. */
  readonly required: readonly string[];
  /** Names of all templates. */
  readonly partials: ReadonlySet<string>;
}

export interface CheckedTemplate {
  readonly faults: readonly TemplateFault[];
  readonly names: readonly UsedName[];
  /** Names that are written raw. */
  readonly raw: ReadonlySet<string>;
}

interface Walk {
  readonly rules: TemplateRules;
  readonly faults: TemplateFault[];
  readonly names: UsedName[];
  readonly raw: Set<string>;
  /** Names that the template itself gives: partials written in it, and block parameters. */
  readonly own: Set<string>;
}

/**
 * Everything in a parsed template that could show or run what it should not, found by following its HTML through all its
 * branches; and the names that it takes from its view.
 */
export function checkTemplate(program: hbs.AST.Program, rules: TemplateRules): CheckedTemplate {
  const walk: Walk = { rules, faults: [], names: [], raw: new Set(), own: new Set() };
  const end = walkProgram(program, IN_TEXT, walk);
  if (end.kind !== 'text') fault(walk, program.loc.end.line, 'the template ends inside a tag', 'Close what it opens.');
  for (const name of rules.required) {
    if (walk.names.some((used) => used.name === name)) continue;
    fault(walk, 1, `{{${name}}} is missing`, 'Keep it where the template of the package has it.');
  }
  return { faults: walk.faults, names: walk.names.filter(({ name }) => !walk.own.has(name)), raw: walk.raw };
}

function walkProgram(program: hbs.AST.Program, from: HtmlPlace, walk: Walk): HtmlPlace {
  for (const name of program.blockParams ?? []) walk.own.add(name);
  return program.body.reduce((place, node) => (isStatement(node) ? walkStatement(node, place, walk) : place), from);
}

function walkStatement(node: Statement, place: HtmlPlace, walk: Walk): HtmlPlace {
  switch (node.type) {
    case 'ContentStatement':
      return walkContent(node, place, walk);
    case 'MustacheStatement':
      walk.names.push(...namesInCall(node));
      return node.escaped ? walkMustache(node, place, walk) : walkRaw(node, place, walk);
    case 'BlockStatement':
      return walkBlock(node, place, walk);
    case 'PartialStatement':
    case 'PartialBlockStatement':
      return walkPartial(node, place, walk);
    case 'DecoratorBlock':
      return walkInline(node, place, walk);
    case 'Decorator':
      fault(walk, node.loc.start.line, 'decorators are not taken', 'Only {{#*inline "name"}} … {{/inline}} is.');
      return place;
    case 'CommentStatement':
      return place;
  }
}

function walkContent(node: hbs.AST.ContentStatement, place: HtmlPlace, walk: Walk): HtmlPlace {
  // What is shown lacks white space of what is written: lines are those of the latter.
  const written = String(node.original);
  const start = Math.max(0, written.indexOf(node.value));
  return scanHtml(node.value, place, ({ what, cure }, offset) => {
    const line = node.loc.start.line + written.slice(0, start + offset).split('\n').length - 1;
    fault(walk, line, what, cure);
  });
}

function walkMustache(node: hbs.AST.MustacheStatement, place: HtmlPlace, walk: Walk): HtmlPlace {
  const line = node.loc.start.line;
  const written = `{{${wordOf(node.path)}}}`;
  switch (place.kind) {
    case 'text':
    case 'comment':
    case 'declaration':
      return place;
    case 'double':
    case 'single':
      if (!takesAnyValue(place) && !/(?:^|\.)url$/u.test(wordOf(node.path))) {
        const cure = `Begin the value with # or an address, or take a url of the view.`;
        fault(walk, line, `${place.attribute}= could become any link by ${written}`, cure);
      }
      return { ...place, value: place.value + GIVEN };
    case 'before-value':
    case 'unquoted':
      fault(
        walk,
        line,
        `${place.attribute}= holds ${written} without quotation marks`,
        `Write ${place.attribute}="${written}".`,
      );
      return { ...place, kind: 'unquoted', value: place.value + GIVEN };
    case 'raw':
      if (TEXT_ONLY.includes(place.tag)) return { ...place, value: place.value + GIVEN };
      fault(walk, line, `<${place.tag}> holds ${written}`, 'Leave only what the package gives.');
      return place;
    case 'tag-name':
    case 'tag':
    case 'attribute':
      fault(walk, line, `${written} stands inside a tag`, 'Put it into the value of an attribute, in quotation marks.');
      return place;
  }
}

function walkRaw(node: hbs.AST.MustacheStatement, place: HtmlPlace, walk: Walk): HtmlPlace {
  const name = wordOf(node.path);
  walk.raw.add(name);
  if (place.kind !== 'raw' || !walk.rules.raw.has(name)) {
    const cure = `Write {{${name}}}; raw are only the package’s own CSS and scripts, in <style> and <script>.`;
    fault(walk, node.loc.start.line, `{{{${name}}}} is raw output`, cure);
  }
  return { ...place, value: place.value + GIVEN };
}

function walkBlock(node: hbs.AST.BlockStatement, place: HtmlPlace, walk: Walk): HtmlPlace {
  walk.names.push(...namesInCall(node));
  const first = node.program ? walkProgram(node.program, place, walk) : place;
  const second = node.inverse ? walkProgram(node.inverse, place, walk) : place;
  if (!isSamePlace(first, second) || (node.path.original === 'each' && !isSamePlace(first, place))) {
    const what = `{{#${node.path.original}}} opens or closes a tag or a quotation mark in one branch only`;
    fault(walk, node.loc.start.line, what, 'Open and close it in the same branch.');
  }
  return first.value.length < second.value.length ? first : second;
}

function walkPartial(
  node: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement,
  place: HtmlPlace,
  walk: Walk,
): HtmlPlace {
  const line = node.loc.start.line;
  walk.names.push(...namesIn(node.params, node.hash));
  if (node.name.type === 'SubExpression') walk.names.push(...namesInCall(node.name));
  else checkPartialName(node.name.original, line, walk);
  if (place.kind !== 'text') fault(walk, line, 'a partial stands inside a tag', 'Put it between tags.');
  if (node.type === 'PartialBlockStatement') walkProgram(node.program, IN_TEXT, walk);
  return place;
}

function checkPartialName(name: string, line: number, walk: Walk): void {
  if (walk.rules.partials.has(name) || walk.own.has(name) || name === '@partial-block') return;
  const cure = 'Take one of the package’s partials, or write it above: {{#*inline "name"}} … {{/inline}}.';
  fault(walk, line, `there is no partial ${name}`, cure);
}

function walkInline(node: Extract<Statement, { type: 'DecoratorBlock' }>, place: HtmlPlace, walk: Walk): HtmlPlace {
  const [name] = node.params;
  if (name && 'value' in name && typeof name.value === 'string') walk.own.add(name.value);
  walkProgram(node.program, IN_TEXT, walk);
  return place;
}

function isSamePlace(one: HtmlPlace, other: HtmlPlace): boolean {
  return one.kind === other.kind && one.tag === other.tag && one.attribute === other.attribute;
}

function wordOf(node: Expression): string {
  return 'original' in node ? String(node.original) : '…';
}

function fault(walk: Walk, line: number, what: string, cure: string): void {
  walk.faults.push({ line, what, cure });
}
