import { dom } from './dom.ts';
import type { HtmlSinkApi } from './html-sink-api.ts';
import { jsx } from './jsx.ts';
import { templates } from './templates.ts';

export type { HtmlSink, HtmlSinkApi } from './html-sink-api.ts';

/** Every way of writing HTML that rules know. A new one is a file beside these and a line here. */
export const htmlSinks: readonly HtmlSinkApi[] = [dom, jsx, templates];
