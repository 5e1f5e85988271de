import { originOf } from '../../flow/origin.ts';
import type { MiddlewareApi } from './middleware-api.ts';

/**
 * https://github.com/fastify/csrf-protection: registering it decorates the app with `csrfProtection`, and only routes and
 * hooks that name that are checked.
 */
export const fastifyCsrf: MiddlewareApi = {
  id: 'fastify-csrf',
  protects: 'csrf',
  origin: /^(?:@fastify\/csrf-protection|fastify-csrf)#/,
  applies({ file, node }) {
    const isNamed = (text: string): boolean => /\.csrfProtection\b/.test(text);
    return (
      originOf(file, node)!.endsWith('#csrfProtection') ||
      isNamed(file.text) ||
      (file.facts?.packageFilesOf(file) ?? []).some(({ text }) => isNamed(text))
    );
  },
};
