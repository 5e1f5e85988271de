import { describe, expect, it } from 'vitest';
import { presets } from '../../src/configs.ts';
import { parseFile } from '../../src/parsing/parse.ts';
import { isDisabled } from '../../src/project/directives.ts';
import { rules } from '../../src/rules/index.ts';
import { DEFAULT_SETTINGS } from '../../src/syntax/settings.ts';
import type { SourceFile } from '../../src/syntax/source-file.ts';
import { operations } from '../support/operations.ts';

/** Texts of any length, by what their parts do. */
const TEXTS: Readonly<Record<string, (i: number) => string>> = {
  'functions that read a token and send it': (i) => `
export function load${String(i)}(id) {
  const token${String(i)} = localStorage.getItem('token_${String(i)}');
  return fetch('/api/' + id, { headers: { Authorization: 'Bearer ' + token${String(i)} } });
}`,
  'functions that store, log and show what they are given': (i) => `
function save${String(i)}(user) {
  sessionStorage.setItem('accessToken', user.accessToken);
  console.log(user.accessToken);
  document.cookie = 'token=' + user.accessToken;
  element.innerHTML = user.name;
}`,
  'routes that answer with a token': (i) => `
app.post('/sign-in-${String(i)}', (req, res) => {
  const token = jwt.sign({ id: req.user.id }, 'a secret of ours', { expiresIn: '1h' });
  res.cookie('token', token, { secure: true });
  res.json({ token, refreshToken: jwt.sign({ id: req.user.id }, process.env.SECRET, { expiresIn: '365d' }) });
});`,
  'classes that send what they keep': (i) => `
class Client${String(i)} {
  load() {
    const request = new XMLHttpRequest();
    request.open('GET', '/me');
    request.setRequestHeader('Authorization', 'Bearer ' + localStorage.getItem('token'));
    return axios.get('https://api.github.com/me', { headers: { Authorization: \`Bearer \${this.token}\` } });
  }
}`,
  'records that point at each other': (i) => `
function work${String(i)}(fiber, next) {
  const other = fiber.alternate;
  if (other === null) fiber.alternate = other = { return: next, child: fiber.child, sibling: next.sibling };
  other.child = fiber.sibling;
  other.memoizedState = next.updateQueue;
  next.stateNode = other;
  fiber.return = next.return;
  fiber.updateQueue = other.memoizedState;
  other.sibling.return = fiber;
  localStorage.setItem('token', fiber.child.token);
  return fiber.sibling === null ? work${String(Math.floor(i / 2))}(other, fiber.child) : work${String(i + 1)}(next.stateNode, other.return);
}`,
  'stores whose actions call getters that give functions': (i) => `
import { defineStore } from 'pinia';
export const useShelf${String(i)} = defineStore('shelf-${String(i)}', {
  state: () => ({ books: [], token: localStorage.getItem('token') }),
  getters: { byShelf: (state) => (shelf) => state.books.filter((book) => book.shelf === shelf) },
  actions: {
    async load(shelf) {
      if (this.byShelf(shelf).length > 0) return this.byShelf(shelf);
      const { data } = await client.get('/shelves/' + shelf, { headers: { Authorization: 'Bearer ' + this.token } });
      this.books = this.books.concat(data);
      return this.byShelf(shelf);
    },
  },
});
const shelf${String(i)} = useShelf${String(i)}();
await shelf${String(i)}.load(1);
show(shelf${String(i)}.byShelf(1));
shelf${String(i)}.$patch({ books: [] });`,
  'functions that write one variable and store it': (i) => `
var shared;
function keep${String(i)}(given) {
  shared = given;
  use(shared);
  localStorage.setItem('token', shared);
}`,
  'a parser with its state in variables': (i) => `
var failed, position, result, token;
function rule${String(i)}(input) {
  let s0, s1;
  s0 = position;
  s1 = rule${String(i + 1)}(input);
  if (s1 !== failed) { result = s0; s0 = s1; token = s0; } else { position = s0; s0 = failed; }
  localStorage.setItem('token', s0);
  return s0;
}`,
  'functions that keep what they are answered': (i) => `
const use${String(i)} = () => {
  const [token, setToken] = useState('');
  useEffect(() => {
    login().then((res) => {
      setToken(res.data.token);
      localStorage.setItem('auth', JSON.stringify(res.data));
    });
  }, []);
  return token;
};
use${String(i)}();`,
};

const parsed = (text: string): SourceFile => parseFile('/app/src/a.js', text, { settings: DEFAULT_SETTINGS });

/** Asks every rule about a file. @returns The number of findings. */
function look(file: SourceFile): number {
  const asked = Object.keys(presets.strict).map((id) => rules[id.replace('httponly/', '')]!.definition);
  return asked.reduce((sum, definition) => sum + definition.check(file, definition.defaultOptions).length, 0);
}

describe('the cost of a file grows in line with its size', () => {
  it.each(Object.entries(TEXTS))('of %s', (_, part) => {
    const of = (count: number): SourceFile => parsed(Array.from({ length: count }, (_, i) => part(i)).join('\n'));
    // What is made once for all files is made here.
    expect(look(of(10))).toBeGreaterThanOrEqual(10);
    const [small, large] = [of(50), of(400)].map((file) => operations(() => look(file)));
    expect(large! / small!).toBeLessThan(9);
  });

  it('of comments that switch findings off', () => {
    const of = (count: number): SourceFile =>
      parsed('// eslint-disable-next-line a\na();\n/* eslint-disable b */\nb();\n/* eslint-enable b */\n'.repeat(count));
    const ask = (file: SourceFile): void => {
      for (const { range } of file.ast.body) for (const rule of ['a', 'b', 'c']) isDisabled(file, rule, range[0]);
    };
    const [small, large] = [of(50), of(400)].map((file) =>
      operations(() => {
        ask(file);
      }),
    );
    // A search in a sorted list takes a few steps more.
    expect(large! / small!).toBeLessThan(12);
  });
});
