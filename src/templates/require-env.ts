import type { ModuleForm, ModuleImport } from './module.ts';
import { writeModule } from './module.ts';

/**
 * The module that reads a variable without which the server must not start.
 *
 * @param environment What has the environment ready before it is read: imports run before whatever stands below them.
 */
export function requireEnvModule(form: ModuleForm, environment: readonly ModuleImport[]): string {
  return writeModule(
    {
      about: ['Settings without which the server must not start.'],
      imports: [
        { source: form.modules === 'cjs' || form.language === 'js' ? 'crypto' : 'node:crypto', names: '{ randomBytes }' },
        ...environment,
      ],
      code: `
/** Whether a test runner runs the server: Vitest and Jest set NODE_ENV, Node's own runner a variable of its own. */
const isTest = process.env.NODE_ENV === 'test' || process.env.NODE_TEST_CONTEXT !== undefined;

/** A key for HMAC-SHA256 has at least as many bytes as its output: https://www.rfc-editor.org/rfc/rfc7518#section-3.2 */
const LEAST_BYTES = 32;

/**
 * A secret from the environment. Tests, which have none, get one that nobody knows and that ends with the process.
 *
 * @throws When the variable is not set, or in production so short that it can be guessed.
 */
export function requireSecret(name‹: string›)‹: string› {
  const value = process.env[name];
  if (value && process.env.NODE_ENV === 'production' && Buffer.byteLength(value) < LEAST_BYTES)
    throw new Error(\`\${name} has less than \${LEAST_BYTES} bytes: it can be guessed, and with it every session be forged. Make one with: node -p "crypto.randomBytes(32).toString('hex')"\`);
  if (value) return value;
  if (isTest) return (process.env[name] = randomBytes(32).toString('hex'));
  throw new Error(\`\${name} is not set. Sessions are signed with it, so the server does not start without it. Make one with: node -p "crypto.randomBytes(32).toString('hex')"\`);
}
`,
    },
    form,
  );
}
