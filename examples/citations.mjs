/** Every source of a library with the lessons that cite it, as Markdown: node examples/citations.mjs [library] */
import { loadLibrary } from 'lectern';

const { library } = await loadLibrary(process.argv[2] ?? 'built-in', { cwd: process.cwd() });
const lessons = library.parts.flatMap((part) => part.lessons);
for (const source of library.sources.toSorted((a, b) => a.name.localeCompare(b.name))) {
  const ids = lessons.filter((lesson) => lesson.source === source.name).map((lesson) => lesson.id);
  const name = source.url === undefined ? source.name : `[${source.name}](${source.url})`;
  process.stdout.write(`- ${name}: ${ids.join(', ')}\n`);
}
