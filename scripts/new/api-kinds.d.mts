export const apiKinds: Readonly<Record<string, { readonly folder: string }>>;
