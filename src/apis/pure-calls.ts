import type { Origin } from '../flow/origin.ts';
import { either, whole } from '../credentials/alternatives.ts';

/** Functions of the language and of browsers that only return a value. */
const BUILT_IN = whole([
  /String/,
  /Boolean/,
  /Number/,
  /BigInt/,
  /Symbol/,
  /parseInt/,
  /parseFloat/,
  /isNaN/,
  /isFinite/,
  /atob/,
  /btoa/,
  /(?:en|de)codeURI(?:Component)?/,
  /Math\.\w+/,
  /Date\.(?:now|parse)/,
  /JSON\.(?:parse|stringify)/,
  /Array\.isArray/,
  /Object\.(?:keys|values|entries|fromEntries)/,
  /(?:local|session)Storage\.(?:getItem|key)/,
]);

/** Classes of the language and of browsers whose instances begin without an effect. */
const BUILT_IN_CLASS = /^(?:Map|Set|URLSearchParams|Headers|Date|RegExp)$/;

/** What instances of those only return. */
const BUILT_IN_METHOD = either([
  /^(?:(?:Map|Set|URLSearchParams|Headers|FormData)<new>|URL<new>\.searchParams|location\.search\w*)\.(?:get|has|getAll)$/,
  /^Date<new>\.(?:getTime|valueOf|toISOString)$/,
  /^RegExp<new>\.test$/,
]);

/** Hooks that hand out a state or a setting: React https://react.dev/reference/react/hooks, React Redux, Vue, React Router. */
const HOOK = whole([
  /react#(?:useState|useContext|useRef|useId)/,
  /react-redux#useSelector(?:\.withTypes\(\))?/,
  /vue#(?:ref|shallowRef|inject)/,
  /react-router(?:-dom)?#useSearchParams(?:\(\)\.0\.(?:get|has))?/,
]);

/** Functions that decode a token: https://github.com/auth0/jwt-decode */
const DECODER = /^jwt-decode#(?:jwtDecode)?$/;

/** Whether calling what has this origin, or making one by \`new\`, does nothing but return a value. */
export function isPureOrigin(origin: Origin, isNew: boolean): boolean {
  if (isNew) return BUILT_IN_CLASS.test(origin);
  return [BUILT_IN, BUILT_IN_METHOD, HOOK, DECODER].some((known) => known.test(origin));
}

/** Methods that every text has. */
export const TEXT_METHODS: ReadonlySet<string> = new Set([
  ...['at', 'charAt', 'charCodeAt', 'concat', 'endsWith', 'includes', 'indexOf', 'lastIndexOf', 'padEnd', 'padStart', 'repeat'],
  ...['slice', 'split', 'startsWith', 'substring', 'substr', 'toLowerCase', 'toString', 'toUpperCase', 'trim', 'trimEnd', 'trimStart'],
]);
