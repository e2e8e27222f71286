import type { Readable } from 'node:stream';
import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor } from '../../auth/current-actor.js';
import { Requires } from '../../auth/permission.js';
import { BadInput } from '../../common/errors.js';
import { photoView } from './case-photos.service.js';
import type { PhotoType } from './clean/clean-photo.js';
import { PhotoDownloads } from './photo-downloads.service.js';
import { evidenceKinds, kindsFor, MAX_PHOTO_BYTES, type EvidenceKind, type PhotoKind } from './photo-kinds.js';
import { PhotoUploads } from './photo-uploads.service.js';
import { PhotoTooLarge } from './photo.errors.js';
import type { CasePhotoView } from './photo.view.js';

const endings: Readonly<Record<PhotoType, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

/** A8, A9: photos of goods and parcels: one request, one photo, its bytes the body. */
@Controller('photos')
export class PhotoController {
  constructor(
    @Inject(PhotoUploads) private readonly uploads: PhotoUploads,
    @Inject(PhotoDownloads) private readonly downloads: PhotoDownloads,
  ) {}

  @Requires('case.addPhoto')
  @Post('cases/:id')
  async addToCase(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query('kind') kind: unknown,
    @Req() request: FastifyRequest,
  ): Promise<CasePhotoView> {
    return photoView(await this.uploads.toCase(actor, id, kindOf(actor, kind), bodyOf(request)));
  }

  @Requires('case.registerDropIn')
  @Post('drop-ins/:code')
  async addToDropIn(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query('at') at: unknown,
    @Req() request: FastifyRequest,
  ): Promise<CasePhotoView> {
    const unit = typeof at === 'string' && at !== '' ? at : null;
    return photoView(await this.uploads.toDropIn(actor, code, unit, bodyOf(request)));
  }

  @Requires('case.apply')
  @Post('orders/:id')
  async addToOrder(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query('kind') kind: unknown,
    @Req() request: FastifyRequest,
  ): Promise<CasePhotoView> {
    return photoView(await this.uploads.toOrder(actor, id, evidenceKindOf(kind), bodyOf(request)));
  }

  @Requires('case.read')
  @Get(':id')
  async file(@CurrentActor() actor: Actor, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { photo, stream } = await this.downloads.get(actor, id);
    void reply
      .header('content-type', photo.mimeType)
      .header('content-length', photo.size)
      .header('content-disposition', `inline; filename="${photo.id}.${endings[photo.mimeType]}"`)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', 'private, max-age=3600');
    await reply.send(stream);
  }
}

function kindOf(actor: Actor, kind: unknown): PhotoKind {
  const allowed = kindsFor(actor.kind);
  const found = allowed.find((each) => each === kind);
  if (!found) throw new BadInput('kind', 'A photo shows one of these.', allowed);
  return found;
}

/** Of the goods where nothing is said. */
function evidenceKindOf(kind: unknown): EvidenceKind {
  const found = evidenceKinds.find((each) => each === (kind ?? 'goods'));
  if (!found) throw new BadInput('kind', 'A photo of an application shows one of these.', evidenceKinds);
  return found;
}

/** Still unread: what is too large by its own word is refused before any of it is. */
function bodyOf({ headers, body }: FastifyRequest): Readable {
  if (Number(headers['content-length'] ?? 0) > MAX_PHOTO_BYTES) throw new PhotoTooLarge();
  if (!isReadable(body)) throw new BadInput('photo', 'The body of the request is the photo.', 'content-type image/…');
  return body;
}

const isReadable = (body: unknown): body is Readable => body !== null && typeof body === 'object' && Symbol.asyncIterator in body;
