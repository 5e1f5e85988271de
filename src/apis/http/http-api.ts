import type { CallNode, Node } from '../../syntax/nodes.ts';
import type { SourceFile } from '../../syntax/source-file.ts';

/** A request that a client sends, as far as the code shows it. */
export interface HttpRequest {
  readonly api: HttpApi;
  readonly node: CallNode;
  readonly url?: Node;
  /** The object that carries headers, credentials and the like. */
  readonly options?: Node;
  /** The object on which further calls set headers one by one, where the client has such. */
  readonly receiver?: Node;
}

/** Something that every request of a client starts from: an instance, its defaults. */
export interface HttpClient {
  readonly api: HttpApi;
  readonly node: CallNode;
  readonly options?: Node;
  /** The address that those of its requests are relative to. */
  readonly base?: Node;
}

/** An HTTP client of the outside world. */
export interface HttpApi {
  readonly id: string;
  /** Text without which no file can use the client. */
  readonly hint: RegExp;
  /** The client as people call it. */
  readonly label: string;
  requests(file: SourceFile): Iterable<HttpRequest>;
  /** Instances with settings of their own, where the client has such. */
  clients?(file: SourceFile): Iterable<HttpClient>;
}
