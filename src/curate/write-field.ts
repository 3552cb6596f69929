import { Document, isSeq, type Scalar } from 'yaml';
import { setTexts, YAML_FORM } from './set-texts.ts';

/** `key: value` as it stands in a map at a column; lines after the first are indented, the last has no line break. */
export function writeField(key: string, value: unknown, column: number): string {
  const document = new Document({ [key]: value });
  setTexts(document.contents);
  const node = document.get(key);
  if (isSeq<Scalar>(node) && key === 'themes') node.flow = true;
  const text = document.toString({ ...YAML_FORM, lineWidth: Math.max(40, 118 - column) });
  return text.replace(/\n$/u, '').replace(/\n(?=[^\n])/gu, `\n${' '.repeat(column)}`);
}
