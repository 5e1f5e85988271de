import type { ModuleForm } from './module.ts';
import { writeModule } from './module.ts';

/** What the tests' module has to know. */
export interface TestSessionFacts {
  readonly app: string;
  /** The names that tests import of it. */
  readonly uses: ReadonlySet<string>;
  readonly form: ModuleForm;
}

/** The module with which tests of the server go on as somebody who signed in: the token is in a cookie now. */
export function testSessionModule({ app, uses, form }: TestSessionFacts): string {
  const reader = (name: string, cookie: string, about: string): string => `/** ${about} */
export function ${name}(answer‹: Answer›)‹: string | undefined› {
  return cookieOf(answer, '${app}_${cookie}');
}`;
  return writeModule(
    {
      about: ['Sessions in tests: a sign-in answers with cookies, and a test that goes on as that user needs what is in them.'],
      imports: [],
      code: [
        ...(form.language === 'ts'
          ? ['/** As much of an answer as is needed. */\ninterface Answer {\n  headers: Record<string, unknown>;\n}']
          : []),
        ...(uses.has('sessionTokenOf')
          ? [reader('sessionTokenOf', 'session', 'The token of the session that an answer starts, or undefined where it starts none.')]
          : []),
        ...(uses.has('refreshTokenIn')
          ? [reader('refreshTokenIn', 'refresh', 'The token with which the session that an answer starts can be renewed, or undefined.')]
          : []),
        ...(uses.has('sessionCookieOf')
          ? [
              `/** The session that an answer starts, as a browser sends it back. */
export function sessionCookieOf(token‹: string | undefined›)‹: string› {
  return \`${app}_session=\${token}\`;
}`,
            ]
          : []),
        `/** The value of a cookie that an answer sets. */
function cookieOf(answer‹: Answer›, name‹: string›)‹: string | undefined› {
  const cookies = [answer.headers['set-cookie'] ?? []].flat()‹ as string[]›;
  const set = cookies.find((cookie) => cookie.startsWith(\`\${name}=\`));
  return set?.slice(name.length + 1).split(';')[0];
}`,
      ].join('\n\n'),
    },
    form,
  );
}
