import type { ModuleForm } from './module.ts';
import { writeModule } from './module.ts';

/** The module that reads a variable without which the server must not start. */
export function requireEnvModule(form: ModuleForm): string {
  return writeModule({
    about: ['Settings without which the server must not start.'],
    imports: [{ source: form.modules === 'cjs' || form.language === 'js' ? 'crypto' : 'node:crypto', names: '{ randomBytes }' }],
    code: `
/**
 * A secret from the environment. Tests, which have none, get one that nobody knows and that ends with the process.
 *
 * @throws When the variable is not set.
 */
export function requireSecret(name‹: string›)‹: string› {
  const value = process.env[name];
  if (value) return value;
  if (process.env.NODE_ENV === 'test') return (process.env[name] = randomBytes(32).toString('hex'));
  throw new Error(\`\${name} is not set. Sessions are signed with it, so the server does not start without it. Make one with: node -e "console.log(require('crypto').randomBytes(32).toString('hex'))"\`);
}
`,
  }, form);
}
