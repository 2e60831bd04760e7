// Runs in the page, beside the Adaptive Cards renderer.
/* global AdaptiveCards, document */
globalThis.drawCard = ({ card, host, theme, width, caption }) => {
  const drawn = new AdaptiveCards.AdaptiveCard();
  drawn.hostConfig = new AdaptiveCards.HostConfig(JSON.parse(host));
  drawn.parse(card);
  const frame = document.createElement('figure');
  frame.className = theme;
  frame.style.width = `${width}px`;
  const title = document.createElement('figcaption');
  title.textContent = `${caption} ${width} ${theme}`;
  frame.append(title, drawn.render());
  document.body.append(frame);
  // As in Teams, buttons that find no room go to the next line.
  for (const strip of frame.querySelectorAll('.ac-actionSet, .ac-actionSet > div'))
    Object.assign(strip.style, { flexWrap: 'wrap', rowGap: '8px' });
  // The renderer names radio buttons alike on every card, and so the cards of one page would share their choice.
  for (const radio of frame.querySelectorAll('[type=radio]'))
    radio.name += `-${document.body.children.length}`;
};
