import type { NodeType } from '@headwater/org-tree';
import { Column, Entity, Index } from 'typeorm';
import { Ancestors } from '../database/ancestors.js';
import { AncestorIndexes, Id, InstantColumn, IntColumn, RefColumn, TextColumn, VersionColumn } from '../database/columns.js';

export type Ownership = 'direct' | 'jointVenture' | 'licensed' | 'franchise';

/** A place in the chain's tree. `parentId` is the source of truth; the ancestor columns (itself included) are derived from it. */
@Entity('org_node')
@AncestorIndexes('ix_org_node', ['type', 'id'])
@Index('ix_org_node_parent', ['parentId', 'name', 'id'])
@Index('ux_org_node_code', ['code'], { unique: true })
@Index('ix_org_node_epoch', ['epoch'])
@Index('ux_org_node_external', ['source', 'externalId'], { unique: true })
export class OrgNode extends Ancestors {
  @Id() id: string;
  @RefColumn({ nullable: true }) parentId: string | null;
  @IntColumn() depth: number;
  @TextColumn(16) type: NodeType;
  @TextColumn(64) code: string;
  @TextColumn(200) name: string;
  @TextColumn(16, { nullable: true }) ownership: Ownership | null;
  @TextColumn(16, { nullable: true }) provinceCode: string | null;
  @TextColumn(64, { nullable: true }) province: string | null;
  @TextColumn(64, { nullable: true }) city: string | null;
  @TextColumn(400, { nullable: true }) address: string | null;
  @TextColumn(16, { nullable: true }) postcode: string | null;
  @TextColumn(64, { nullable: true }) phone: string | null;
  @Column({ type: 'double', nullable: true }) longitude: number | null;
  @Column({ type: 'double', nullable: true }) latitude: number | null;
  @TextColumn(64) timeZone: string;
  /** From when the node exists; a past instant where the chain's list says so. */
  @InstantColumn() since: number;
  @InstantColumn({ nullable: true }) archivedAt: number | null;
  /** Takes over open cases, running windows and the return address of an archived store. */
  @RefColumn({ nullable: true }) successorId: string | null;
  /** Import profile and the key of the row there, so that importing the same list again finds it. */
  @TextColumn(64, { nullable: true }) source: string | null;
  @TextColumn(128, { nullable: true }) externalId: string | null;
  /** Epoch of the last change; snapshots refresh by it. */
  @IntColumn() epoch: number;
  @VersionColumn() version: number;
}

/** What a node's parent was, and when: the path of then (O2). `[from, to)`, UTC epoch ms. */
@Entity('org_parent')
@Index('ix_org_parent_node', ['nodeId', 'from'])
export class OrgParent {
  @Id() id: string;
  @RefColumn() nodeId: string;
  @RefColumn({ nullable: true }) parentId: string | null;
  @InstantColumn() from: number;
  @InstantColumn({ nullable: true }) to: number | null;
  @IntColumn() epoch: number;
}

/** When a node was archived that is so no longer: `[from, to)`, UTC epoch ms. A past instant within it has no rules (P9). */
@Entity('org_archive')
@Index('ix_org_archive_node', ['nodeId', 'from'])
export class OrgArchive {
  @Id() id: string;
  @RefColumn() nodeId: string;
  @InstantColumn() from: number;
  @InstantColumn() to: number;
  @IntColumn() epoch: number;
}
