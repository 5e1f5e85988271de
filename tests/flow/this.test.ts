import { describe, expect, it } from 'vitest';
import { sent } from '../support/sent-evidence.ts';

const STORED = "localStorage.getItem('access_token')";

/** State that is reached through `this`: what was read from a storage is put there, and taken out of it elsewhere. */
const FOLLOWED: Readonly<Record<string, readonly string[]>> = {
  'options of a component': [
    `export default { data: { v: ${STORED} }, methods: { use() { send(this.v); } } };`,
    `export default { data: () => ({ v: null }), watch: { v(now) { send(now); } }, methods: { load() { this.v = ${STORED}; } } };`,
    `export default { data: () => ({ v: null }), watch: { 'v.x': { handler(now) { send(now); } } }, created() { this.v = { x: ${STORED} }; } };`,
    `export default { data: () => ({ v: null }), computed: { w: { get() { return this.v; }, set(x) {} } }, methods: { load() { this.v = ${STORED}; }, use() { send(this.w); } } };`,
    `export default { data: () => ({ v: null }), computed: { w: { get() { return 1; }, set(x) { this.v = x; } } }, methods: { load() { this.w = ${STORED}; }, use() { send(this.v); } } };`,
    `export default { data: () => ({ v: null }), methods: { load() { const self = this; get(function () { self.v = ${STORED}; }); }, use() { send(this.v); } } };`,
    `const shared = { data() { return { v: ${STORED} }; } }; export default { mixins: [shared], methods: { use() { send(this.v); } } };`,
    `import { ref } from 'vue'; export default { setup() { const v = ref(${STORED}); return { v }; }, methods: { use() { send(this.v); } } };`,
    `export default { methods: { keep(v) { send(v); }, load() { Promise.resolve(${STORED}).then(this.keep); } } };`,
    `export default { methods: { load() { (this as any).v = ${STORED}; }, use() { send((this as any).v); } } };`,
  ],
  'options of a store': [
    `import { defineStore } from 'pinia'; const useS = defineStore('s', { state: () => ({ v: null }), actions: { load() { this.v = ${STORED}; } } }); send(useS().v);`,
    `import { defineStore } from 'pinia'; const useS = defineStore('s', { state: () => ({ v: null }), actions: { use() { send(this.v); } } }); useS().v = ${STORED};`,
    `import { defineStore } from 'pinia'; const useS = defineStore({ id: 's', state: () => ({ v: null }), getters: { w() { return this.v; } } }); const s = useS(); s.v = ${STORED}; send(s.w);`,
  ],
  'class components': [
    `import React from 'react'; class C extends React.Component { state = { v: null }; load() { this.setState({ v: ${STORED} }); } use() { send(this.state.v); } }`,
    `import React from 'react'; class C extends React.PureComponent { load() { this.setState((old) => ({ ...old, v: ${STORED} })); } componentDidUpdate(before, state) { send(state.v); } }`,
    `import { Component } from 'react'; class Base extends Component {} class C extends Base { load() { this.setState({ v: ${STORED} }); } use() { this.setState((old) => send(old.v)); } }`,
    `import { Component } from 'react'; class C extends Component { use() { send(this.props.v); } } const P = () => <C v={${STORED}} />;`,
    `import { Component } from 'react'; class C extends Component { use() { const { v } = this.props; send(v); } } const D = connect(state)(C); const P = () => <D v={${STORED}} />;`,
    `import { Component, createContext } from 'react'; const X = createContext(null); const P = () => <X.Provider value={{ v: ${STORED} }} />; class C extends Component { static contextType = X; use() { send(this.context.v); } }`,
  ],
  'methods that are handed over': [
    `class C { load() { Promise.resolve(${STORED}).then(this.keep); } keep(v) { send(v); } }`,
    `class C { constructor() { this.keep = this.keep.bind(this); } load() { Promise.resolve(${STORED}).then(this.keep); } keep(v) { send(v); } }`,
    `class C { keep = (v) => { send(v); }; load() { Promise.resolve(${STORED}).then(this.keep.bind(this)); } }`,
    `function keep(v) { send(v); } Promise.resolve(${STORED}).then(keep.bind(null));`,
  ],
  setters: [
    `class C { set v(x) { send(x); } load() { this.v = ${STORED}; } }`,
    `const session = { set v(x) { send(x); }, load() { this.v = ${STORED}; } };`,
  ],
};

const NOT_FOLLOWED: readonly string[] = [
  `export default { data: () => ({ v: null, w: 1 }), watch: { w(now) { send(now); } }, methods: { load() { this.v = ${STORED}; } } };`,
  `export default { data: () => ({ v: null }), methods: { load() { const self = this; self.w = ${STORED}; }, use() { send(this.v); } } };`,
  `const one = { methods: { load() { this.v = ${STORED}; } } }; const other = { methods: { use() { send(this.v); } } };`,
  `import { Component } from 'react'; class C extends Component { load() { this.setState({ v: ${STORED} }); } componentDidUpdate(before) { send(before.v); } }`,
  `class C { load() { this.setState({ v: ${STORED} }); } use() { send(this.state.v); } }`,
  `import { Component } from 'react'; class C extends Component { use() { send(this.props.w); } } const P = () => <C v={${STORED}} w="left" />;`,
  `class C { load() { Promise.resolve(${STORED}).then(this.drop); } keep(v) { send(v); } drop() {} }`,
  `export default { computed: { v: { get() { return 1; }, set(x) { this.w = x; } } }, methods: { load() { this.u = ${STORED}; }, use() { send(this.w); } } };`,
];

describe('a value is followed through this', () => {
  for (const [shape, codes] of Object.entries(FOLLOWED))
    it.each(codes)(`${shape}: %s`, (code) => {
      expect(sent(code)).toBe('flow');
    });
  it.each(NOT_FOLLOWED)('not: %s', (code) => {
    expect(sent(code)).not.toBe('flow');
  });
});
