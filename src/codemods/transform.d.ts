/** What jscodeshift hands to a transform of a file. */
export interface FileInfo {
  readonly path: string;
  readonly source: string;
}

/** What jscodeshift hands to a transform of itself; `report` is missing from its test helpers. */
export interface TransformApi {
  readonly report?: (message: string) => void;
}

/**
 * A transform as jscodeshift runs it.
 *
 * @returns The new text, or undefined where nothing changes.
 * @throws {Error} When the file does not parse.
 */
export type Transform = (file: FileInfo, api?: TransformApi, options?: Readonly<Record<string, unknown>>) => string | undefined;

declare const transform: Transform;
export default transform;
