/** A library of so many lessons, as YAML: the built-in library's topics and quotes over and over, in parts of 40 or so. */
export function manyLessons(count, lessons) {
  const parts = Math.ceil(count / 40);
  const text = Array.from({ length: parts }, (_, part) => {
    const own = Array.from({ length: Math.ceil((count - part) / parts) }, (_, index) => {
      const { topic, quote, source, themes } = lessons[(index * parts + part) % lessons.length];
      const fields = { topic, quote, source, themes };
      return `      - ${Object.entries(fields)
        .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
        .join('\n        ')}\n`;
    });
    return `  - title: Part title ${part + 1}\n    lessons:\n${own.join('')}`;
  });
  return `title: Many lessons\nsubject: Armon Dadgar\nparts:\n${text.join('')}`;
}
