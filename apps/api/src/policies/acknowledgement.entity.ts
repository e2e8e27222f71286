import { Entity, Index } from 'typeorm';
import { Ancestors } from '../database/ancestors.js';
import { AncestorIndexes, Id, InstantColumn, RefColumn, TextColumn } from '../database/columns.js';

/**
 * That a branch has seen, or accepted, a version that an assignment gives it (P17). Written when the branch acts, never by a push (law 19).
 * The ancestor columns are null while the branch is archived.
 */
@Entity('policy_acknowledgement')
@AncestorIndexes('ix_policy_acknowledgement', ['assignmentId', 'acceptedAt'])
@Index('ux_policy_acknowledgement', ['assignmentId', 'nodeId'], { unique: true })
@Index('ix_policy_acknowledgement_node', ['nodeId'])
export class PolicyAcknowledgement extends Ancestors {
  @Id() id: string;
  @RefColumn() assignmentId: string;
  @RefColumn() versionId: string;
  @RefColumn() nodeId: string;
  @InstantColumn() seenAt: number;
  @InstantColumn({ nullable: true }) acceptedAt: number | null;
  /** Who accepted it; until then, who saw it first. */
  @RefColumn({ nullable: true }) personId: string | null;
  @TextColumn(100) personName: string;
}
