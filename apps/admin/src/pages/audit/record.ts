import type { AuditEvent } from './documents';
import { billerIn, dataOf, numberIn, textIn } from './eventData';

/** What the changed record is called; empty where the event does not say. */
export function recordName(event: AuditEvent): string {
  const data = dataOf(event);
  switch (event.subjectType) {
    case 'orgNode':
      return textIn(data['name']) || (event.node?.name ?? '');
    case 'person':
      return textIn(data['name']) || (event.subjectId === event.actorId ? event.actorName : '');
    case 'policy':
      return textIn(data['name']);
    case 'policyVersion':
    case 'assignment':
      return data['policyName'] ? `${textIn(data['policyName'])} v${String(numberIn(data['number']))}` : '';
    case 'changeSet':
      return `#${String(numberIn(data['changeSetNumber']))} ${textIn(data['title'])}`;
    case 'order':
    case 'claim':
      return textIn(data['code']);
    case 'bill':
      return `${billerIn(data)} ${textIn(data['period'])}`;
    case 'priceCard':
      return `${textIn(data['carrier'])} ${textIn(data['validFrom'])}`;
    case 'import':
      return event.subjectId;
    default:
      return '';
  }
}

export interface RecordPage {
  readonly path: string;
  /** Permission without which the page looks like one that does not exist. */
  readonly needs: string;
}

/** Where the changed record has a page, null where it has none. */
export function recordPage(event: AuditEvent): RecordPage | null {
  const data = dataOf(event);
  switch (event.subjectType) {
    case 'orgNode':
      return { path: `/org/${event.subjectId}`, needs: 'org.read' };
    case 'person':
      return { path: `/people?drawer=person:${event.subjectId}`, needs: 'person.read' };
    case 'policy':
      return { path: `/policies/${event.subjectId}`, needs: 'policy.read' };
    case 'policyVersion':
      return { path: `/policies/${textIn(data['policyId'])}/versions/${String(numberIn(data['number']))}`, needs: 'policy.read' };
    case 'assignment':
      return event.node && { path: `/effective/${event.node.id}?kind=${textIn(data['kind'])}`, needs: 'rules.read' };
    case 'changeSet':
      return { path: `/changes/${event.subjectId}`, needs: 'changeSet.read' };
    case 'bill':
      return { path: `/money/bills/${event.subjectId}`, needs: 'bill.read' };
    case 'priceCard':
      return { path: `/money/bills/price-cards/${event.subjectId}`, needs: 'bill.read' };
    case 'claim':
      return { path: '/money/claims?status=all', needs: 'money.read' };
    case 'order':
      return { path: `/orders/${event.subjectId}`, needs: 'order.read' };
    default:
      return null;
  }
}
