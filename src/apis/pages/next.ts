import { shapeOf } from '../../flow/objects.ts';
import type { PageDataApi } from './page-data-api.ts';
import { functionsNamed, propertiesOf, returnedBy } from './page-data-api.ts';

/**
 * `getServerSideProps` and its like, whose props Next writes into the page as JSON:
 * https://nextjs.org/docs/pages/building-your-application/data-fetching
 */
export const nextPages: PageDataApi = {
  id: 'next-pages',
  hint: /getServerSideProps|getStaticProps|getInitialProps/,
  *values(file) {
    for (const { fn, name } of functionsNamed(file, /^(?:getServerSideProps|getStaticProps|getInitialProps)$/)) {
      for (const returned of returnedBy(fn)) {
        const props = name === 'getInitialProps' ? { file, value: returned } : shapeOf({ file, node: returned })?.entries.get('props');
        if (props) yield* propertiesOf({ file: props.file, node: props.value }, file, name);
      }
    }
  },
};
