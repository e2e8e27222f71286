import type { Role } from '@headwater/access';
import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, IntColumn, RefColumn, TextColumn, VersionColumn } from '../database/columns.js';

export type PersonStatus = 'invited' | 'active' | 'disabled';

@Entity('person')
@Index('ux_person_email', ['email'], { unique: true })
export class Person {
  @Id() id: string;
  /** Lower case. */
  @TextColumn(190) email: string;
  @TextColumn(100) name: string;
  @TextColumn(16) status: PersonStatus;
  @TextColumn(200, { nullable: true }) passwordHash: string | null;
  @TextColumn(8, { nullable: true }) language: 'zh' | 'en' | null;
  @InstantColumn() createdAt: number;
  @InstantColumn({ nullable: true }) lastSeenAt: number | null;
  @VersionColumn() version: number;
}

/** A role at a node reaches the node's subtree (O4). Revoked grants stay as history. */
@Entity('role_grant')
@Index('ix_role_grant_person', ['personId'])
@Index('ix_role_grant_node', ['nodeId'])
export class RoleGrant {
  @Id() id: string;
  @RefColumn() personId: string;
  @TextColumn(24) role: Role;
  @RefColumn() nodeId: string;
  @RefColumn() grantedBy: string;
  @InstantColumn() grantedAt: number;
  @InstantColumn({ nullable: true }) revokedAt: number | null;
}

@Entity('session')
@Index('ix_session_person', ['personId'])
@Index('ux_session_token', ['tokenHash'], { unique: true })
@Index('ix_session_previous', ['previousHash'])
export class Session {
  @Id() id: string;
  @RefColumn() personId: string;
  /** SHA-256 of the cookie's token; the token itself is nowhere. */
  @TextColumn(64) tokenHash: string;
  /** The token before the last rotation, taken for a moment longer: requests sent beside the one that rotated still carry it. */
  @TextColumn(64, { nullable: true }) previousHash: string | null;
  @InstantColumn() createdAt: number;
  @InstantColumn() rotatedAt: number;
  @InstantColumn() lastSeenAt: number;
  @InstantColumn() expiresAt: number;
  @TextColumn(300, { nullable: true }) userAgent: string | null;
  @TextColumn(64, { nullable: true }) address: string | null;
}

@Entity('invitation')
@Index('ux_invitation_token', ['tokenHash'], { unique: true })
@Index('ix_invitation_person', ['personId'])
export class Invitation {
  @Id() id: string;
  @RefColumn() personId: string;
  @TextColumn(64) tokenHash: string;
  @RefColumn() invitedBy: string;
  @InstantColumn() createdAt: number;
  @InstantColumn() expiresAt: number;
  @InstantColumn({ nullable: true }) usedAt: number | null;
}

/**
 * Sign-ins that did not succeed, of one subject in a window. Subjects are addresses and e-mails, so that an unknown account is
 * limited, and answers, as a known one does.
 */
@Entity('sign_in_attempt')
@Index('ux_sign_in_attempt', ['subject'], { unique: true })
@Index('ix_sign_in_attempt_window', ['windowEndsAt'])
export class SignInAttempt {
  @Id() id: string;
  @TextColumn(190) subject: string;
  @IntColumn() failures: number;
  @InstantColumn() windowEndsAt: number;
}
