import { type Answer, sayText, showCard } from '../bot/answer.ts';
import { cardAction } from '../bot/card-action.ts';
import type { Turn } from '../bot/turn.ts';
import { cleanText } from '../bot/typed-text.ts';
import type { Feature } from '../feature.ts';
import { type ListPlace, listPlaceSchema } from '../reading/list-place.ts';
import { longestSearch } from '../reading/sought.ts';
import { askDelivery, askListener, askUpdates } from './ask-updates.ts';
import { projectCard, projectsCard } from './project-cards.ts';
import { findProjects, projectPage, publicProject, soughtProjects } from './project-list.ts';
import type { ProjectParts } from './project-parts.ts';
import { referenceSchema } from './reference.ts';
import { updateDialog } from './update-dialog.ts';

const projectSchema = listPlaceSchema.extend({ project: referenceSchema });

/** Projects that are published: a list across the council, a page of each, and its lead's updates. */
export function projectsFeature(parts: ProjectParts): Feature {
  const { store } = parts;
  return {
    commands: [
      {
        name: 'projects',
        run: (turn, rest) =>
          listProjects(parts, turn, { after: '', find: cleanText(rest).slice(0, longestSearch) }),
      },
    ],
    dialogs: [updateDialog(parts)],
    actions: [
      cardAction({
        name: 'projects.list',
        about: listPlaceSchema,
        run: (turn, place) => listProjects(parts, turn, place),
      }),
      cardAction({
        name: 'projects.open',
        about: projectSchema,
        async run({ actor, words }, { project: reference, ...place }) {
          const project = await publicProject(store, actor.tenantId, reference);
          return project
            ? showCard(projectCard(words, project, place))
            : sayText(words.say('projects.page.gone'));
        },
      }),
    ],
    listeners: [askListener],
    deliveryCards: [askDelivery(parts)],
    jobs: [askUpdates(parts)],
  };
}

async function listProjects(
  { store, services }: ProjectParts,
  { actor, words }: Turn,
  place: ListPlace,
): Promise<Answer> {
  const sought = soughtProjects(words, place.find, services);
  const found = await findProjects(store, actor.tenantId, sought, words);
  return showCard(projectsCard(words, projectPage(found, place.after), sought, place));
}
