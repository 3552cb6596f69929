/* Makes a served deck follow the other windows of its talk, and shows edits in place. */
(function followTalk() {
  /** Steered by the window that it stands in: a preview of the presenter page, or of reveal.js's speaker view. */
  const isReceiver = new URLSearchParams(location.search).has('receiver');
  let shown;
  let isBlack = false;
  /** Somebody turned a slide here while the line was down. */
  let movedAlone = false;
  let version;
  let refreshing = Promise.resolve();
  let link;

  Reveal.on('ready', () => {
    version = Number(document.querySelector('.reveal').dataset.version);
    if (isReceiver) {
      window.lectern = { show, refresh };
      return;
    }
    link = openLink({ onRoom, onLost: () => {} });
    Reveal.on('slidechanged', announce);
    Reveal.on('paused', () => announceBlack(true));
    Reveal.on('resumed', () => announceBlack(false));
  });

  function current() {
    return Reveal.getCurrentSlide()?.id;
  }

  function announce() {
    // On phones the deck is a page to scroll: it follows, it does not lead.
    if (Reveal.isScrollView() || current() === shown) return;
    shown = current();
    movedAlone = !link.send({ type: 'show', slide: shown });
  }

  function announceBlack(black) {
    if (black === isBlack) return;
    isBlack = black;
    link.send({ type: 'black', black });
  }

  function onRoom(room, isOwn) {
    tellProblems(room.problems);
    if (room.black !== isBlack) {
      isBlack = room.black;
      Reveal.togglePause(room.black);
    }
    if (room.version !== version) {
      version = room.version;
      refreshing = refreshing.then(() => refresh(link.isWaiting() ? current() : room.slide));
      return;
    }
    if (!link.isWaiting()) followRoom(room, isOwn);
  }

  function followRoom(room, isOwn) {
    if (isOwn && room.slide !== null) {
      // An edit may have come before the answer, with the slide from before.
      void refreshing.then(() => show(room.slide));
    } else if (movedAlone || (room.slide === null && current() !== document.querySelector('section.slide').id)) {
      shown = undefined;
      announce();
    } else if (room.slide !== null) {
      void refreshing.then(() => show(room.slide));
    } else {
      shown = current();
      link.send({ type: 'show', slide: shown });
    }
  }

  function show(anchor) {
    const slide = document.getElementById(anchor);
    if (!slide || anchor === current()) return;
    shown = anchor;
    if (Reveal.isScrollView()) {
      slide.scrollIntoView();
      return;
    }
    const { h, v } = Reveal.getIndices(slide);
    Reveal.slide(h, v);
  }

  /** Puts the latest edition into the page as it stands, on the same slide; where its scripts or its size differ, loads it anew. */
  async function refresh(anchor = current()) {
    const answer = await fetch(location.pathname + location.search, { cache: 'no-store' }).catch(() => undefined);
    if (!answer?.ok) return;
    const { html, css } = takeStyle(await answer.text());
    const next = new DOMParser().parseFromString(html, 'text/html');
    const scriptOf = (page) => page.querySelector('body > script').textContent;
    const sizeOf = (page) => page.querySelector('.reveal').dataset.size;
    if (Reveal.isScrollView() || scriptOf(next) !== scriptOf(document) || sizeOf(next) !== sizeOf(document)) {
      location.reload();
      return;
    }
    adoptStyle(css);
    const root = document.documentElement;
    for (const { name, value } of next.documentElement.attributes) root.setAttribute(name, value);
    document.title = next.title;
    for (const name of ['aria-label', 'data-total-time', 'data-version'])
      document.querySelector('.reveal').setAttribute(name, next.querySelector('.reveal').getAttribute(name));
    const shapes = document.querySelector('body > .shapes');
    const nextShapes = next.querySelector('body > .shapes');
    if (shapes && nextShapes) shapes.replaceWith(nextShapes);
    document.querySelector('.slides').replaceChildren(...next.querySelector('.slides').children);
    Reveal.sync();
    const slide = document.getElementById(anchor) ?? document.querySelector('section.slide');
    shown = slide.id;
    const { h, v } = Reveal.getIndices(slide);
    Reveal.slide(h, v);
    root.dataset.edition = document.querySelector('.reveal').dataset.version;
  }

  let styleText = document.querySelector('head > style').textContent;

  /** The page without its style: the policy of this page, which holds for what it parses, does not know it. */
  function takeStyle(page) {
    const [start, end] = [page.indexOf('<style>'), page.indexOf('</style>')];
    return { html: page.slice(0, start) + page.slice(end), css: page.slice(start + '<style>'.length, end) };
  }

  /** The page's policy knows its first style by its hash; a later one comes as a sheet that script makes. */
  function adoptStyle(text) {
    if (text === styleText) return;
    styleText = text;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
    document.querySelector('head > style').disabled = true;
  }

  /** What is wrong with the latest edit, over the talk that stays. */
  function tellProblems(lines) {
    document.querySelector('.edit-problems')?.remove();
    if (lines.length === 0) return;
    const panel = document.createElement('aside');
    panel.className = 'edit-problems';
    panel.setAttribute('role', 'alert');
    const heading = document.createElement('strong');
    heading.textContent = 'The latest edit is not shown';
    const text = document.createElement('pre');
    text.textContent = lines.join('\n');
    panel.append(heading, text);
    document.body.append(panel);
  }
})();
