import { fileStem } from './file-stem.ts';

/** A title for a document that has none: `notes/interview-notes.csv` → `Interview notes`. */
export function titleFromFile(file: string): string {
  const words = fileStem(file)
    .split(/[-_\s]+/u)
    .filter(Boolean)
    .join(' ');
  return words === '' ? 'Lessons' : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
