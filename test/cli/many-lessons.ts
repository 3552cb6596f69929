/** A library of so many lessons, a hundred in each part, in both of its forms. */
export function makeManyLines(count: number): { readonly yaml: string; readonly document: string } {
  const yaml = ['title: Many lessons', 'subject: Many', 'parts:'];
  const document = ['Many lessons', ''];
  for (let lesson = 0; lesson < count; lesson += 1) {
    const part = Math.floor(lesson / 100) + 1;
    if (lesson % 100 === 0) {
      yaml.push(`  - title: Part ${part}`, '    lessons:');
      document.push('', `Part ${part}: Title ${part}`, '');
    }
    const [topic, source] = [`On thing ${lesson}`, `Source ${lesson % 40}`];
    const quote = `What was said of thing ${lesson} and of ${lesson * 7} is not said of any other.`;
    yaml.push(`      - topic: ${topic}`, `        quote: ${quote}`, `        source: ${source}`);
    document.push(`${(lesson % 100) + 1}. ${topic}: "${quote}" — Source: [${source}]`);
  }
  return { yaml: `${yaml.join('\n')}\n`, document: `${document.join('\n')}\n` };
}
