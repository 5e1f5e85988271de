import { marked } from '../support/marked.ts';
import type { RuleCases } from '../support/rule-cases.ts';

const read = (name: string, code: string) => marked(name, 'read', code, { filename: 'client/account.jsx' });

/** Objects that are read, and whose token is taken out of them further on. */
export default {
  rule: 'no-token-in-browser-storage',
  valid: [
    {
      name: 'an object that is handed to a function which takes a name out of it',
      code: "function greet(account) { return account.name; }\ngreet(JSON.parse(localStorage.getItem('profile')));",
      filename: 'client/account.jsx',
    },
    {
      name: 'a text that is handed to a function with a word of another trade',
      code: "function paint(token) { document.body.className = token; }\npaint(localStorage.getItem('theme'));",
      filename: 'client/account.jsx',
    },
    {
      name: 'an object of a context, beside one whose token is taken',
      code: "import { createContext, useContext } from 'react';\nconst View = createContext(null);\nconst Session = createContext(null);\nexport const App = () => <View.Provider value={JSON.parse(localStorage.getItem('profile'))}><Page /></View.Provider>;\nconst Page = () => { const { zoom } = useContext(View); return send(zoom, useContext(Session).token); };",
      filename: 'client/account.jsx',
    },
  ],
  invalid: [
    read(
      'by a function that is handed the object',
      "function load(account) { return send(account.accessToken); }\nload(JSON.parse(«localStorage.getItem('profile')));",
    ),
    read(
      'by a method, out of a field',
      "class Account {\n  constructor() { this.current = JSON.parse(«localStorage.getItem('profile')); }\n  load() { return send(this.current.accessToken); }\n}",
    ),
    read(
      'by a component, out of a context',
      "import { createContext, useContext } from 'react';\nconst Account = createContext(null);\nexport const App = () => <Account.Provider value={JSON.parse(«localStorage.getItem('profile'))}><Page /></Account.Provider>;\nconst Page = () => { const { accessToken } = useContext(Account); return send(accessToken); };",
    ),
    read(
      'by a component, out of a store',
      "import { create } from 'zustand';\nconst useAccount = create(() => ({ account: JSON.parse(«localStorage.getItem('profile')) }));\nexport const Page = () => { const account = useAccount((state) => state.account); return send(account.accessToken); };",
    ),
  ],
} satisfies RuleCases;
