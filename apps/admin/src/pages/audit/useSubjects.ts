import { useQuery } from '@tanstack/react-query';
import { graphql } from '../../providers/graphql';
import { apiKey } from '../../providers/queryClient';
import { requestWith } from '../../providers/request';
import { gather } from '../../shared/search';
import { findOrdersDocument } from './documents';

/** What the log can be narrowed to by an index: who did it, where, or on which record. */
export interface Subject {
  readonly type: 'person' | 'orgNode' | 'order' | 'policy';
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

const peopleDocument = graphql(`
  query FindPeople($search: String!) {
    people(search: $search, page: { first: 5 }) {
      items {
        id
        name
        email
      }
    }
  }
`);

const unitsDocument = graphql(`
  query FindUnits($search: String!) {
    orgNodes(search: $search, page: { first: 5 }) {
      items {
        id
        code
        name
      }
    }
  }
`);

const policiesDocument = graphql(`
  query FindPolicies($search: String!) {
    policies(search: $search, page: { first: 5 }) {
      items {
        id
        name
        owner {
          name
        }
      }
    }
  }
`);

async function people(search: string, signal: AbortSignal): Promise<Subject[]> {
  const answer = await requestWith(peopleDocument, { search }, signal);
  return answer.people.items.map(({ id, name, email }) => ({ type: 'person', id, name, detail: email }));
}

async function units(search: string, signal: AbortSignal): Promise<Subject[]> {
  const { orgNodes } = await requestWith(unitsDocument, { search }, signal);
  return orgNodes.items.map(({ id, name, code }) => ({ type: 'orgNode', id, name, detail: code }));
}

async function orders(search: string, signal: AbortSignal): Promise<Subject[]> {
  const answer = await requestWith(findOrdersDocument, { search }, signal);
  return answer.orders.items.map(({ id, code, node }) => ({ type: 'order', id, name: code, detail: node.name }));
}

async function policies(search: string, signal: AbortSignal): Promise<Subject[]> {
  const answer = await requestWith(policiesDocument, { search }, signal);
  return answer.policies.items.map(({ id, name, owner }) => ({ type: 'policy', id, name, detail: owner.name }));
}

/** People, units, orders and policies by name or code, five of each; the log's own text is never scanned. */
export function useSubjects(text: string) {
  return useQuery({
    queryKey: [...apiKey, 'auditSubjects', text],
    queryFn: ({ signal }) => gather([people, units, orders, policies].map((ask) => ask(text, signal))),
    enabled: text !== '',
    placeholderData: [] as Subject[],
  });
}
