/** Frameworks of React that draw pages on a server before the browser does, after the guides of each. */
const FRAMEWORKS = ['next', 'gatsby', 'astro', '@remix-run/react', '@react-router/node', '@tanstack/react-start'];

/** Whether a package that has these dependencies draws its pages on a server first. */
export function isServerRendered(dependencies: ReadonlySet<string>): boolean {
  return FRAMEWORKS.some((name) => dependencies.has(name));
}
