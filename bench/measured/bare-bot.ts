import type { AddressInfo } from 'node:net';
import { ActivityTypes, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';
import { z } from 'zod';
import { answerQuestions } from './answer-questions.ts';

// The least that a bot of this SDK can do: takes the activity and answers with the same card each time.

const { answer } = z.object({ answer: z.string() }).parse(JSON.parse(process.argv[2] ?? '{}'));
const body: unknown = JSON.parse(answer);

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  const { headers, method = 'POST', body: activity } = request;
  await adapter.process({ headers, method, body: activity }, response, async (context) => {
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
  });
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address: AddressInfo = server.address();

answerQuestions({ storeCalls: () => 0 });
process.send?.({ port: address.port });
