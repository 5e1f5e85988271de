import { describe, expect, it } from 'vitest';
import { withDependencies } from '../../src/project/package-json.ts';

const added = (text: string, field: 'dependencies' | 'devDependencies' = 'dependencies'): string =>
  withDependencies(text, field, { 'cookie-parser': '^1.4.7' });

describe('a dependency that is added', () => {
  it.each([
    ['on one line', '{"dependencies":{"cors":"2","express":"4"}}', '{"dependencies":{"cookie-parser":"^1.4.7","cors":"2","express":"4"}}'],
    [
      'in the middle of one line',
      '{ "dependencies": { "b": "1", "d": "2" } }',
      '{ "dependencies": { "b": "1", "cookie-parser": "^1.4.7", "d": "2" } }',
    ],
    ['after the only one', '{"dependencies":{"b":"1"}}', '{"dependencies":{"b":"1","cookie-parser":"^1.4.7"}}'],
    [
      'on a line of its own',
      '{\n  "dependencies": {\n    "express": "4"\n  }\n}\n',
      '{\n  "dependencies": {\n    "cookie-parser": "^1.4.7",\n    "express": "4"\n  }\n}\n',
    ],
    [
      'with tabs and CRLF',
      '{\r\n\t"dependencies": {\r\n\t\t"b": "4"\r\n\t}\r\n}',
      '{\r\n\t"dependencies": {\r\n\t\t"b": "4",\r\n\t\t"cookie-parser": "^1.4.7"\r\n\t}\r\n}',
    ],
    [
      'to a list on one line among others',
      '{\n  "name": "a",\n  "dependencies": { "express": "4", "x": "1" }\n}\n',
      '{\n  "name": "a",\n  "dependencies": { "cookie-parser": "^1.4.7", "express": "4", "x": "1" }\n}\n',
    ],
    [
      'to an empty list',
      '{\n  "dependencies": {},\n  "name": "a"\n}\n',
      '{\n  "dependencies": {\n    "cookie-parser": "^1.4.7"\n  },\n  "name": "a"\n}\n',
    ],
    ['where there is no list', '{\n  "name": "a"\n}\n', '{\n  "name": "a",\n  "dependencies": {\n    "cookie-parser": "^1.4.7"\n  }\n}\n'],
    ['where there is no list, on one line', '{"name":"a"}', '{"name":"a","dependencies":{"cookie-parser":"^1.4.7"}}'],
  ])('stands %s', (_, before, after) => {
    expect(added(before)).toBe(after);
  });

  it.each(['{"devDependencies":{"cookie-parser":"1"}}', '{"dependencies":{"cookie-parser":"1"}}', '{}', 'no JSON'])('leaves %j', (text) => {
    expect(added(text)).toBe(text);
  });
});
