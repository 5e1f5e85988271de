import { describe, expect, it } from 'vitest';
import { sent } from '../support/sent-evidence.ts';

const STORED = "localStorage.getItem('access_token')";

/** Code in which what is sent was read from a storage under a credential's key, by shape. */
const FOLLOWED: Readonly<Record<string, readonly string[]>> = {
  destructuring: [
    `const { a } = { a: ${STORED} }; send(a);`,
    `const { outer: { inner: [, x] } } = { outer: { inner: [1, ${STORED}] } }; send(x);`,
    `const { a = ${STORED} } = options; send(a);`,
    `const { b, ...others } = { b: 1, c: ${STORED} }; send(others.c);`,
    `const [first, ...others] = [1, ${STORED}]; send(others[0]);`,
    `let a; ({ a } = { a: ${STORED} }); send(a);`,
    `let a, b; [a, b] = [1, ${STORED}]; send(b);`,
  ],
  'objects and lists': [
    `const held = { deep: { at: ${STORED} } }; send(held.deep.at);`,
    `const base = { t: ${STORED} }; const held = { ...base, other: 1 }; send(held.t);`,
    `const held = Object.assign({}, { t: ${STORED} }); send(held.t);`,
    `const held = { get t() { return ${STORED}; } }; send(held.t);`,
    `const held = Object.freeze({ t: ${STORED} }); send(held.t);`,
    `const pair = [1, ${STORED}]; send(pair[1]);`,
    `const list = [{ v: ${STORED} }]; for (const { v } of list) send(v);`,
    `[{ v: ${STORED} }].map(({ v }) => send(v));`,
    `const found = [{ v: ${STORED} }].find((one) => one.ok); send(found.v);`,
  ],
  'assigned later': [
    `const held = {}; held.t = ${STORED}; send(held.t);`,
    `const held = { deep: {} }; held.deep.t = ${STORED}; send(held.deep.t);`,
    `const held = { deep: null }; held.deep = { t: ${STORED} }; const { deep: { t } } = held; send(t);`,
    `let t; function load() { t = ${STORED}; } send(t);`,
    `const make = () => { const o = {}; o.t = ${STORED}; return o; }; send(make().t);`,
  ],
  functions: [
    `const load = () => ({ a: { t: ${STORED} } }); const { a } = load(); send(a.t);`,
    `const load = async () => ({ t: ${STORED} }); async function run() { const { t } = await load(); send(t); }`,
    `const mk = () => ({ get: () => ${STORED} }); send(mk().get());`,
    `const mk = () => { const read = () => ${STORED}; return { read }; }; const store = mk(); send(store.read());`,
    `function use({ t }) { send(t); } use({ t: ${STORED} });`,
    `function use(a, ...rest) { send(rest[0]); } use(1, ${STORED});`,
    `const use = (o) => send(o.t); use({ t: ${STORED} });`,
  ],
  promises: [
    `load().then((t) => send(t)); async function load() { return ${STORED}; }`,
    `function handle(t) { send(t); } Promise.resolve(${STORED}).then(handle);`,
    `Promise.resolve({ d: ${STORED} }).then(({ d }) => send(d));`,
    `Promise.resolve({ d: ${STORED} }).then((r) => r.d).then((d) => send(d));`,
    `async function run() { const [x, y] = await Promise.all([1, ${STORED}]); send(y); }`,
    `Promise.all([1, ${STORED}]).then(([x, y]) => send(y));`,
    `Promise.resolve({ d: ${STORED} }).catch(report).finally(done).then((r) => send(r.d));`,
    `const later = new Promise((done) => done({ d: ${STORED} })); later.then((r) => send(r.d));`,
  ],
  classes: [
    `class A { value = null; load() { this.value = ${STORED}; } use() { send(this.value); } }`,
    `class A { value = ''; constructor() { this.value = ${STORED}; } use() { send(this.value); } }`,
    `class A { #v = null; load() { this.#v = ${STORED}; } use() { send(this.#v); } }`,
    `class A { get v() { return ${STORED}; } use() { send(this.v); } }`,
    `class A { static v = ${STORED}; } send(A.v);`,
    `class A { v = ${STORED}; } class B extends A { use() { send(this.v); } }`,
    `class A { constructor(private v: string) {} use() { send(this.v); } } new A(${STORED});`,
    `class A { constructor(v) { this.v = v; } use() { send(this.v); } } const a = new A(${STORED});`,
    `class A { data = { t: null }; load() { this.data.t = ${STORED}; } use() { const { t } = this.data; send(t); } }`,
  ],
  'React state': [
    `import { useState } from 'react'; function C() { const [v] = useState(${STORED}); send(v); }`,
    `import { useState } from 'react'; function C() { const [v] = useState(() => ${STORED}); send(v); }`,
    `import { useState as s } from 'react'; function C() { const [v, set] = s(null); useEffect(() => set(${STORED})); send(v); }`,
    `import React from 'react'; function C() { const [v, set] = React.useState({ t: '' }); set({ t: ${STORED} }); send(v.t); }`,
    `import { useState } from 'react'; function C() { const [v, set] = useState({}); set((old) => ({ ...old, t: ${STORED} })); send(v.t); }`,
    `import { useState } from 'preact/hooks'; function useV() { const [v, set] = useState(null); return { v, set }; } function C() { const { v, set } = useV(); set(${STORED}); send(v); }`,
    `import { useRef } from 'react'; function C() { const r = useRef(null); r.current = ${STORED}; send(r.current); }`,
    `import { useReducer } from 'react'; function C() { const [s, act] = useReducer((s, a) => ({ ...s, t: a.t }), {}); act({ t: ${STORED} }); send(s.t); }`,
    `import { useMemo } from 'react'; function C() { const s = useMemo(() => ({ t: ${STORED} }), []); send(s.t); }`,
    `import { createContext, useContext } from 'react'; const X = createContext(null); function P() { return <X.Provider value={{ v: ${STORED} }} />; } function C() { const { v } = useContext(X); send(v); }`,
    `import { createContext, use } from 'react'; const X = createContext(null); const P = () => { const value = { v: ${STORED} }; return <X value={value} />; }; function C() { send(use(X).v); }`,
    `function Child({ v }) { send(v); } const Parent = () => <Child v={${STORED}} />;`,
    `function Child(props) { send(props.v); } const Parent = () => <Child {...{ v: ${STORED} }} />;`,
  ],
};

/** Code in which what is sent only looks like it, or is another part of the same thing. */
const NOT_FOLLOWED: readonly string[] = [
  `const { a, b } = { a: ${STORED}, b: 'dark' }; send(b);`,
  `const held = { t: ${STORED} }; const other = { ...held, t: null }; send(other.t);`,
  `const pair = [1, ${STORED}]; send(pair[0]);`,
  `const mk = () => ({ get: () => ${STORED}, size: () => 3 }); send(mk().size());`,
  `class A { v = ${STORED}; w = 1; use() { send(this.w); } }`,
  `import { useState } from 'react'; function C() { const [v, set] = useState(${STORED}); const [w] = useState('light'); send(w); }`,
  `Promise.all([1, ${STORED}]).then(([x, y]) => send(x));`,
  `function Child({ w }) { send(w); } const Parent = () => <Child v={${STORED}} w="left" />;`,
];

describe('a value is followed back', () => {
  for (const [shape, codes] of Object.entries(FOLLOWED))
    it.each(codes)(`${shape}: %s`, (code) => {
      expect(sent(code)).toBe('flow');
    });
  it.each(NOT_FOLLOWED)('not: %s', (code) => {
    expect(sent(code)).not.toBe('flow');
  });
});
