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
};
