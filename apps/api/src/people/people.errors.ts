import { placesOf, type Role } from '@headwater/access';
import { DomainError } from '../common/errors.js';

export class EmailTaken extends DomainError {
  constructor(email: string) {
    super('EMAIL_TAKEN', 'Somebody has this e-mail already.', { field: 'email', details: { email } });
  }
}

export class RoleNotHere extends DomainError {
  constructor(role: Role, nodeType: string) {
    super('ROLE_NOT_HERE', 'This role is not held at a unit of this type.', {
      field: 'nodeId',
      allowed: placesOf(role),
      details: { role, nodeType },
    });
  }
}

export class NodeArchived extends DomainError {
  constructor(nodeId: string) {
    super('NODE_ARCHIVED', 'This unit is archived.', { field: 'nodeId', details: { nodeId } });
  }
}

export class LastAdministrator extends DomainError {
  constructor() {
    super('LAST_ADMINISTRATOR', 'The chain would be left without an administrator: make another one first.');
  }
}

export class OwnAccount extends DomainError {
  constructor() {
    super('OWN_ACCOUNT', 'Another administrator has to do this to your account.');
  }
}

export class NotInvited extends DomainError {
  constructor(status: string) {
    super('NOT_INVITED', 'Only an invitation that was not accepted can be renewed.', { details: { status } });
  }
}

export class InvitationInvalid extends DomainError {
  constructor() {
    super('INVITATION_INVALID', 'This link was used, replaced or is older than 7 days: ask for a new one.');
  }
}

export class WrongPassword extends DomainError {
  constructor() {
    super('WRONG_PASSWORD', 'This is not your current password.', { field: 'current' });
  }
}
