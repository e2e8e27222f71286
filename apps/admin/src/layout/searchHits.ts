import { useQuery } from '@tanstack/react-query';
import { graphql } from '../providers/graphql';
import { apiKey } from '../providers/queryClient';
import { requestWith } from '../providers/request';
import { gather } from '../shared/search';

export interface Hit {
  readonly kind: 'cases' | 'orders' | 'units';
  readonly id: string;
  readonly code: string;
  readonly detail: string;
}

const casesDocument = graphql(`
  query SearchCases($search: String!) {
    cases(filter: { search: $search }, page: { first: 5 }) {
      items {
        id
        code
        node {
          id
          name
        }
      }
    }
  }
`);

const ordersDocument = graphql(`
  query SearchOrders($search: String!) {
    orders(filter: { search: $search }, page: { first: 5 }) {
      items {
        id
        code
        buyerName
        node {
          id
          name
        }
      }
    }
  }
`);

const unitsDocument = graphql(`
  query SearchUnits($search: String!) {
    orgNodes(search: $search, page: { first: 5 }) {
      items {
        id
        code
        name
      }
    }
  }
`);

async function findCases(search: string, signal: AbortSignal): Promise<Hit[]> {
  const { cases } = await requestWith(casesDocument, { search }, signal);
  return cases.items.map(({ id, code, node }) => ({ kind: 'cases', id, code, detail: node.name }));
}

async function findOrders(search: string, signal: AbortSignal): Promise<Hit[]> {
  const { orders } = await requestWith(ordersDocument, { search }, signal);
  return orders.items.map(({ id, code, buyerName, node }) => ({
    kind: 'orders',
    id,
    code,
    detail: `${buyerName} · ${node.name}`,
  }));
}

async function findUnits(search: string, signal: AbortSignal): Promise<Hit[]> {
  const { orgNodes } = await requestWith(unitsDocument, { search }, signal);
  return orgNodes.items.map(({ id, code, name }) => ({ kind: 'units', id, code, detail: name }));
}

/** Cases, orders and units by code or name, five of each. */
export function useSearchHits(text: string) {
  return useQuery({
    queryKey: [...apiKey, 'search', text],
    queryFn: ({ signal }) => gather([findCases, findOrders, findUnits].map((ask) => ask(text, signal))),
    enabled: text !== '',
    placeholderData: [] as Hit[],
  });
}
