import { describe, expect, it } from 'vitest';
import { parseTheme } from '../../src/parse/parse-theme.ts';

const TEAMS = 'title: Teams\ndescription: People.\nicon: users\nglyph: circle\nterms: [team, no]\n';

describe('parseTheme', () => {
  it('takes the name from the file and keeps terms as text', () => {
    expect(parseTheme(`${TEAMS}order: 8\n`, 'themes/teams.yaml')).toEqual({
      name: 'teams',
      title: 'Teams',
      description: 'People.',
      icon: 'users',
      glyph: 'circle',
      terms: ['team', 'no'],
      order: 8,
    });
  });

  it('leaves the order out where the file does', () => {
    expect(parseTheme(TEAMS, 'teams.yaml')).not.toHaveProperty('order');
  });

  it.each([
    ['an unknown field', `${TEAMS}ordr: 8\n`, 't.yaml:6: "ordr" is not a field of a theme; did you mean "order"?'],
    ['a wrong type', TEAMS.replace('[team, no]', 'team'), 't.yaml:5: "terms" should be a list of words'],
    [
      'a description of two lines',
      TEAMS.replace('People.', '|\n  a\n  b'),
      't.yaml:2: "description" should be one line',
    ],
    ['a missing field', TEAMS.replace('icon: users\n', ''), 't.yaml:1: "icon" should be text'],
    ['a field that stands twice', `${TEAMS}icon: x\n`, 't.yaml:6: "icon" stands here a second time'],
    ['broken YAML', 'title: "x\n', 't.yaml:1: Missing closing'],
    ['an empty file', '', 't.yaml:1: "title" should be text'],
  ])('refuses %s by file and line', (_, text, message) => {
    expect(() => parseTheme(text, 't.yaml')).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID', message: expect.stringContaining(message) }),
    );
  });
});
