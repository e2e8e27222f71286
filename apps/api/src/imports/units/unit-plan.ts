import { newId } from '../../common/ids.js';
import { ancestorPath } from '../../database/ancestors.js';
import type { NewNode } from '../../org/insert-nodes.js';
import type { OrgNode } from '../../tree/org-node.entity.js';
import type { Problem, ProblemCode } from '../problems.js';
import type { KnownUnits } from './known-units.js';
import type { UnitDraft, UnitLine } from './unit-draft.js';

export interface UnitChange {
  readonly node: OrgNode;
  readonly patch: Partial<OrgNode>;
}

/** What a batch of lines means for the organization. */
export interface UnitPlan {
  readonly created: readonly NewNode[];
  readonly changed: readonly UnitChange[];
  /** Ids of units that are as the file says. */
  readonly unchanged: readonly string[];
  /** Lines whose unit is there afterwards. */
  readonly accepted: number;
  readonly problems: readonly Problem[];
}

export interface PlanRules {
  readonly source: string;
  /** Fields the profile says something about; the others stay as they are. */
  readonly fields: readonly (keyof UnitDraft & keyof OrgNode)[];
  /** UTC epoch ms from which all units of the file exist; null: as the file says, else as the unit above. */
  readonly since: number | null;
  readonly now: number;
  /** Whether an earlier part of the file has told of a unit: what it said first holds, or every import would change it anew. */
  readonly isTold: (id: string) => boolean;
}

/** A unit the plan knows: one of the database, or one it is about to make. */
interface Standing {
  readonly id: string;
  readonly type: string;
  readonly since: number;
  /** From HQ down to itself. */
  readonly path: readonly string[];
}

interface Refusal {
  readonly code: ProblemCode;
  readonly value: string;
  readonly allowed: string;
}

const refusal = (code: ProblemCode, value: string, allowed: string): Refusal => ({ code, value, allowed });

const standingOf = (node: OrgNode): Standing => ({
  id: node.id,
  type: node.type,
  since: node.since,
  path: ancestorPath(node).filter((id) => id !== null),
});

/** Compares lines with what is there and decides what to make and what to change; touches nothing. */
export class UnitPlanner {
  private readonly made = new Map<string, NewNode>();
  private readonly madeByCode = new Map<string, NewNode>();
  private readonly compared = new Map<string, UnitChange>();
  /** Ids of units by the codes that they are about to get. */
  private readonly recoded = new Map<string, string>();
  /** Since when units have to exist for the sake of those below them. */
  private readonly ages = new Map<string, number>();
  private readonly problems: Problem[] = [];
  private accepted = 0;

  constructor(
    private readonly known: KnownUnits,
    private readonly rules: PlanRules,
  ) {}

  plan(lines: readonly UnitLine[]): UnitPlan {
    for (const line of lines) this.take(line);
    this.compared.set(this.known.root.id, { node: this.known.root, patch: {} });
    const compared = [...this.compared.values()].map((change) => this.dated(change));
    return {
      created: [...this.made.values()].map((node) => ({ ...node, since: this.ages.get(node.id) ?? node.since })),
      changed: compared.filter(({ patch }) => Object.keys(patch).length > 0),
      unchanged: compared
        .filter(({ node, patch }) => node !== this.known.root && Object.keys(patch).length === 0)
        .map(({ node }) => node.id),
      accepted: this.accepted,
      problems: this.problems,
    };
  }

  private take(line: UnitLine): void {
    const refused = this.check(line);
    if (refused) {
      this.problems.push({ ...line.place, severity: 'refused', column: '', ...refused });
      return;
    }
    const wanted = this.rules.since ?? line.unit.since;
    let above = standingOf(this.known.root);
    for (const draft of [...line.levels, line.unit]) {
      this.needSince(above, wanted);
      above = this.place(draft, above);
    }
    this.needSince(above, wanted);
    this.accepted += 1;
  }

  /** Everything that may refuse the line, before anything of it is planned. */
  private check({ levels, unit }: UnitLine): Refusal | null {
    for (const level of levels) {
      const node = this.known.byKey.get(level.externalId) ?? this.known.byCode.get(level.code);
      if (node && node.archivedAt !== null) return refusal('PARENT_ARCHIVED', node.name, 'a unit that is not archived');
      const type = node?.type ?? this.madeByCode.get(level.code)?.type ?? level.type;
      if (type !== level.type) return refusal('TYPE_DIFFERS', level.code, `a unit of type ${type}, as it is already`);
      if (node && this.isTaken(level.code, node.id)) return refusal('CODE_TAKEN', level.code, 'a code no other unit has');
    }
    const node = this.known.byKey.get(unit.externalId);
    if (node && node.archivedAt !== null)
      return refusal('UNIT_ARCHIVED', node.name, 'a unit that is not archived: restore it first');
    if (node && node.type !== unit.type)
      return refusal('TYPE_DIFFERS', node.code, `a unit of type ${node.type}, as it is already`);
    return this.isTaken(unit.code, node?.id) ? refusal('CODE_TAKEN', unit.code, 'a code no other unit has') : null;
  }

  /** Whether a unit other than this one has the code, or is about to get it. */
  private isTaken(code: string, by: string | undefined): boolean {
    const holder = this.known.byCode.get(code)?.id ?? this.madeByCode.get(code)?.id ?? this.recoded.get(code);
    return holder !== undefined && holder !== by;
  }

  private place(draft: UnitDraft, above: Standing): Standing {
    const known = this.known.byKey.get(draft.externalId);
    if (known) return this.compare(known, draft);
    const made = this.made.get(draft.externalId) ?? this.madeByCode.get(draft.code);
    if (made) return { ...made, path: [...made.above, made.id] };
    const sameCode = this.known.byCode.get(draft.code);
    return sameCode ? this.find(sameCode) : this.make(draft, above);
  }

  /** A unit of another origin: it keeps what it says of itself, but is as old as those below need it to be. */
  private find(node: OrgNode): Standing {
    if (!this.compared.has(node.id)) this.compared.set(node.id, { node, patch: {} });
    return standingOf(node);
  }

  private make(draft: UnitDraft, above: Standing): Standing {
    const { source, now } = this.rules;
    const node: NewNode = { ...draft, id: newId(now), source, above: above.path, since: above.since };
    this.made.set(draft.externalId, node);
    this.madeByCode.set(draft.code, node);
    return { ...node, path: [...node.above, node.id] };
  }

  private compare(node: OrgNode, draft: UnitDraft): Standing {
    if (!this.compared.has(node.id)) {
      const differing = this.rules.isTold(node.id) ? [] : this.rules.fields.filter((field) => draft[field] !== node[field]);
      this.compared.set(node.id, { node, patch: Object.fromEntries(differing.map((field) => [field, draft[field]])) });
      if (differing.includes('code')) this.recoded.set(draft.code, node.id);
    }
    return standingOf(node);
  }

  /** A unit is never younger than one below it. */
  private needSince({ id, since }: Standing, wanted: number | null): void {
    if (wanted !== null) this.ages.set(id, Math.min(wanted, this.ages.get(id) ?? (this.isMade(id) ? wanted : since)));
  }

  private isMade(id: string): boolean {
    return !this.compared.has(id) && id !== this.known.root.id;
  }

  private dated({ node, patch }: UnitChange): UnitChange {
    const age = this.ages.get(node.id) ?? node.since;
    return { node, patch: age < node.since ? { ...patch, since: age } : patch };
  }
}
