import { marked } from '../support/marked.ts';
import type { RuleCases } from '../support/rule-cases.ts';

const HOOK = `import { useEffect, useState } from 'react';
const useKept = (key, first, area = 'localStorage') => {
  const [value, setValue] = useState(() => JSON.parse(window[area].getItem(key)) ?? first);
  useEffect(() => {
    window[area].setItem(key, JSON.stringify(value));
  }, [area, key, value]);
  return [value, setValue];
};
`;

/** Hooks that the app wrote itself. */
export default {
  rule: 'no-token-in-browser-storage',
  valid: [
    {
      name: 'other state',
      code: `${HOOK}function useLook() {\n  const [look, setLook] = useKept('look', 'dark');\n  const [user, setUser] = useKept('user', null);\n  const flip = () => { setLook('light'); setUser({ name: 'Ada' }); };\n}`,
    },
    {
      name: 'state of another trade',
      code: `${HOOK}function usePage() {\n  const [token, setToken] = useKept('next_page_token', null);\n  const on = (page) => setToken(page.token);\n}`,
    },
    {
      name: 'a flag',
      code: `${HOOK}function useIt() {\n  const [has, setHas] = useKept('token', false);\n  const on = () => setHas(true);\n}`,
    },
  ],
  invalid: [
    marked(
      'a key that says so',
      'kept',
      `${HOOK}function useSession() {\n  const [token, setToken] = «useKept('token', null);\n  const enter = (answer) => setToken(answer.value);\n}`,
    ),
    marked(
      'what the code gives it',
      'kept',
      `${HOOK}function useSession() {\n  const [user, setUser] = «useKept('user', null, 'sessionStorage');\n  const enter = (answer) => setUser({ name: answer.name, accessToken: answer.token });\n}`,
    ),
    marked(
      'what the code takes out of it',
      'kept',
      `${HOOK}function useSession() {\n  const [user, setUser] = «useKept('profile', null);\n  const enter = (answer) => setUser(answer);\n  return { user, enter, jwt: user?.accessToken };\n}`,
    ),
  ],
} satisfies RuleCases;
