/**
 * What a server does that sends pages, and not data alone: files of a folder, templates, HTML by hand, a meta framework or a
 * bundler behind it. A folder of what people upload is no page.
 */
const SENDS = [
  /(?:express|serve)\.static\s*\((?![^)]*(?:upload|image|media|avatar|photo|storage|attachment|document))/i,
  /serveStatic|koa-(?:static|send|views|ejs|render)|@koa\/send/,
  /@fastify\/(?:static|view|vite|react|vue)|point-of-view|@elysiajs\/(?:static|html)/,
  /useStaticAssets|ServeStaticModule|setViewEngine|set\(\s*['"]view engine|@Render\(|hono\/(?:jsx|html)/,
  /\bsendFile\s*\(|\b(?:res|response|reply|ctx)\.(?:render|view|viewAsync)\s*\(|\b(?:c|ctx|context)\.html\s*\(/,
  /(?:type|header|writeHead|Content-Type)\b[^\n]{1,40}text\/html|send\s*\(\s*['"`]\s*<(?:!doctype|html|h\d|div|p)\b/i,
  /createRequestHandler|getRequestHandler|vite\.middlewares|createProxyMiddleware/,
];

/** Whether the code of a server, as text, sends pages that a browser shows. */
export function sendsPages(text: string): boolean {
  return SENDS.some((one) => one.test(text));
}
