import { type Activity, ActivityTypes } from 'botbuilder';
import { z } from 'zod';
import type { FileOffer } from '../../bot/file.ts';
import { type FileName, files } from '../../bot/verbs.ts';

const contextSchema = z.strictObject({
  file: z.custom<FileName>((name) => typeof name === 'string' && Object.hasOwn(files, name)),
  about: z.unknown(),
});

/** What Teams sends when a person has answered an offer. */
export const consentSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('decline'), context: contextSchema }),
  z.object({
    action: z.literal('accept'),
    context: contextSchema,
    uploadInfo: z.object({
      contentUrl: z.string().max(4000),
      name: z.string().max(400),
      uploadUrl: z.string().max(8000),
      uniqueId: z.string().max(200),
      fileType: z.string().max(50),
    }),
  }),
]);

export type UploadInfo = Extract<z.infer<typeof consentSchema>, { action: 'accept' }>['uploadInfo'];

/** Asks a person whether they want a file. */
export const consentMessage = ({ file, about, name, description, size }: FileOffer): Partial<Activity> => {
  const context = { file, about };
  return {
    type: ActivityTypes.Message,
    summary: description,
    attachments: [
      {
        contentType: 'application/vnd.microsoft.teams.card.file.consent',
        name,
        content: {
          description,
          sizeInBytes: Math.max(1, size),
          acceptContext: context,
          declineContext: context,
        },
      },
    ],
  };
};

/** Shows a file that is in the person's OneDrive now. */
export const fileMessage = ({ contentUrl, name, uniqueId, fileType }: UploadInfo): Partial<Activity> => ({
  type: ActivityTypes.Message,
  summary: name,
  attachments: [
    {
      contentType: 'application/vnd.microsoft.teams.card.file.info',
      contentUrl,
      name,
      content: { uniqueId, fileType },
    },
  ],
});
