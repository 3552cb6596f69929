/** A name that a template takes from its view. */
export interface UsedName {
  readonly name: string;
  /** 1-based. */
  readonly line: number;
}

/** `{{#*inline "name"}}`, which Handlebars' own types call something else. */
interface InlinePartial extends hbs.AST.Node {
  readonly type: 'DecoratorBlock';
  readonly params: readonly Expression[];
  readonly program: hbs.AST.Program;
}

interface Decorator extends hbs.AST.Node {
  readonly type: 'Decorator';
}

export type Expression = hbs.AST.Expression;

/** What a template is made of. */
export type Statement =
  | hbs.AST.ContentStatement
  | hbs.AST.MustacheStatement
  | hbs.AST.BlockStatement
  | hbs.AST.PartialStatement
  | hbs.AST.PartialBlockStatement
  | hbs.AST.CommentStatement
  | InlinePartial
  | Decorator;

const KINDS = [
  'ContentStatement',
  'MustacheStatement',
  'BlockStatement',
  'PartialStatement',
  'PartialBlockStatement',
  'CommentStatement',
  'DecoratorBlock',
  'Decorator',
];

export function isStatement(node: hbs.AST.Node): node is Statement {
  return KINDS.includes(node.type);
}

/** Handlebars' own; others there are none. */
const HELPERS = ['if', 'unless', 'each', 'with', 'lookup', 'log'];

interface Call {
  readonly path: Expression;
  readonly params: readonly Expression[];
  readonly hash?: hbs.AST.Hash;
}

/** The names of the view that `{{…}}` takes, with those of `lookup`; `@first` and the like are not the view's. */
export function namesInCall({ path, params, hash }: Call): readonly UsedName[] {
  const helper = isPath(path) && HELPERS.includes(path.original) ? path.original : undefined;
  const literal = helper === 'lookup' ? params.slice(1).filter(isText) : [];
  return [
    ...(helper === undefined ? namesOf(path) : []),
    ...namesIn(params, hash),
    ...literal.map(({ value, loc }) => ({ name: value, line: loc.start.line })),
  ];
}

export function namesIn(expressions: readonly Expression[], hash?: hbs.AST.Hash): readonly UsedName[] {
  return [...expressions, ...(hash?.pairs ?? []).map((pair) => pair.value)].flatMap(namesOf);
}

function namesOf(node: Expression): readonly UsedName[] {
  const line = node.loc.start.line;
  if (isPath(node)) return node.data ? [] : node.parts.map((name) => ({ name, line }));
  return isCall(node) ? namesInCall(node) : [];
}

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression';
}

function isCall(node: hbs.AST.Node): node is hbs.AST.SubExpression {
  return node.type === 'SubExpression';
}

function isText(node: hbs.AST.Node): node is hbs.AST.StringLiteral {
  return node.type === 'StringLiteral';
}
