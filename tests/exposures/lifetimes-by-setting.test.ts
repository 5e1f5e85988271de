import { describe, expect, it } from 'vitest';
import { scan } from '../../src/cli/scan.ts';
import { temporaryProject } from '../support/temporary-project.ts';

/** The lines of the file that signs where the rule about lifetimes speaks. */
function reported(files: Readonly<Record<string, string>>): number[] {
  return scan(temporaryProject({ 'package.json': '{"name":"app"}', ...files }), { preset: 'recommended' })
    .findings.filter(({ rule, file }) => rule.endsWith('max-token-lifetime') && file.endsWith('sign.ts'))
    .map(({ line }) => line);
}

const node = (key: string): string =>
  `import config from 'config';\nimport jwt from 'jsonwebtoken';\nexport const sign = (id) => jwt.sign({ id }, process.env.KEY, { expiresIn: config.get('${key}') });\n`;
const nest = (expression: string): string =>
  `import { ConfigService } from '@nestjs/config';\nimport { JwtService } from '@nestjs/jwt';\nexport class Tokens {\n  constructor(private jwt: JwtService, private config: ConfigService) {}\n  sign(id) { return this.jwt.sign({ id }, { expiresIn: ${expression} }); }\n}\n`;

describe('a lifetime by the key of a setting', () => {
  it.each([
    ['a file of JSON', { 'config/default.json': '{ "tokens": { "life": "60d" } }', 'src/lib/sign.ts': node('tokens.life') }, [3]],
    ['a file of code', { 'config/default.js': "module.exports = { tokens: { life: '45d' } };", 'sign.ts': node('tokens.life') }, [3]],
    [
      'what is registered under a name',
      {
        'src/tokens.config.ts':
          "import { registerAs } from '@nestjs/config';\nexport default registerAs('tokens', () => ({ life: process.env.LIFE ?? '30d' }));",
        'src/sign.ts': nest("this.config.getOrThrow('tokens.life')"),
      },
      [5],
    ],
    [
      'what is loaded',
      {
        'src/configuration.ts': "export default () => ({ tokens: { life: process.env.LIFE || '90d' } });",
        'src/app.module.ts':
          "import { ConfigModule } from '@nestjs/config';\nimport configuration from './configuration';\nexport const imports = [ConfigModule.forRoot({ load: [configuration] })];",
        'src/sign.ts': nest("this.config.get<string>('tokens.life')"),
      },
      [5],
    ],
  ])('%s', (_, files, lines) => {
    expect(reported(files)).toEqual(lines);
  });

  it.each([
    ['a short one', { 'config/default.json': '{ "tokens": { "life": "15m" } }', 'sign.ts': node('tokens.life') }],
    ['another key', { 'config/default.json': '{ "tokens": { "life": "60d" } }', 'sign.ts': node('tokens.brief') }],
    [
      'a map that has one',
      {
        'config/default.json': '{ "tokens": { "life": "60d" } }',
        'sign.ts':
          "import jwt from 'jsonwebtoken';\nconst lives = new Map();\nexport const sign = (id) => jwt.sign({ id }, process.env.KEY, { expiresIn: lives.get(id) });",
      },
    ],
  ])('not: %s', (_, files) => {
    expect(reported(files)).toEqual([]);
  });
});
