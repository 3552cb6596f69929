/* Starts reveal.js in a page that Lectern made, guards it, and checks that every text fits its box. */
(function startDeck() {
  const SMALLEST = 24;
  const STEP = 0.94;
  // reveal.js overwrites the address when it starts its scroll view.
  const openedAt = location.hash;
  const isReceiver = new URLSearchParams(location.search).has('receiver');

  // reveal.js takes any setting from the query string: only those that its own views use are let through.
  const SETTINGS = [
    'receiver',
    'token',
    'view',
    'print-pdf',
    'showNotes',
    'progress',
    'history',
    'transition',
    'autoSlide',
    'backgroundTransition',
    'postMessageEvents',
  ];
  const query = new URLSearchParams(location.search);
  for (const name of [...query.keys()]) if (!SETTINGS.includes(name)) query.delete(name);
  if (`?${query}`.length < location.search.length)
    history.replaceState(null, '', `${query.size ? `?${query}` : location.pathname}${location.hash}`);

  // Only windows of this very deck may steer it; another page that frames or opened it may not.
  window.addEventListener(
    'message',
    (event) => {
      if (!isOurs(event.source)) event.stopImmediatePropagation();
    },
    true,
  );

  function isOurs(source) {
    if (isReceiver && location.protocol === 'file:') return true;
    try {
      return source.location.origin === location.origin;
    } catch {
      return false;
    }
  }

  const checked = new WeakSet();
  /** Before the deck's fonts are there, every text would be measured in another one. */
  const fontsReady = Promise.allSettled([...document.fonts].map((font) => font.load()));

  /** Steps down the text of a slide that is laid out, once, where the viewer's fonts set it larger than was measured. */
  function checkSlide(slide) {
    // What is far in a long talk waits in a template.
    if (checked.has(slide) || slide.offsetWidth === 0 || slide.firstElementChild?.matches('.far')) return;
    checked.add(slide);
    for (const box of slide.querySelectorAll('[class*="box-"]')) shrinkBox(box);
    for (const label of slide.querySelectorAll('text[data-room]')) shrinkLabel(label);
    const body = slide.querySelector('[data-fit]');
    if (body) shrinkQuote(body);
  }

  function shrinkBox(box) {
    const highest = Number(getComputedStyle(box).getPropertyValue('--max'));
    let size = Number.parseFloat(getComputedStyle(box).fontSize);
    while (
      size > 12 &&
      (box.offsetHeight > highest + 1 || box.scrollWidth > box.clientWidth + 1) &&
      box.offsetWidth > 0
    ) {
      size *= STEP;
      box.style.fontSize = `${size}px`;
    }
  }

  function shrinkLabel(label) {
    const length = label.getComputedTextLength();
    const room = Number(label.dataset.room);
    if (length > room)
      label.setAttribute('font-size', String((Number(label.getAttribute('font-size')) * room) / length));
  }

  function shrinkQuote(body) {
    const words = body.querySelector('.words');
    let size = Number.parseFloat(getComputedStyle(words).fontSize);
    while (
      size * STEP >= SMALLEST &&
      (body.scrollHeight > body.clientHeight + 1 || words.scrollWidth > words.clientWidth + 1)
    ) {
      size *= STEP;
      words.style.fontSize = `${size}px`;
    }
  }

  async function checkLaidOut() {
    await fontsReady;
    for (const slide of document.querySelectorAll('.slides section.slide')) checkSlide(slide);
    document.documentElement.dataset.checked = 'true';
  }

  /**
   * On phones reveal.js shows its scroll view: slides scaled to the width of the screen, too small to read. There the slides
   * flow as a page instead (html.reading in the styles), and the address and the links are ours, since reveal.js counts
   * positions in slides of equal height.
   */
  function startReading() {
    document.documentElement.classList.add('reading');
    Reveal.configure({ hash: false, scrollProgress: false, scrollSnap: false });
    unhideSlides();
    Reveal.on('slidechanged', unhideSlides);
    requestAnimationFrame(() => {
      scrollTo(openedAt);
      const observer = new IntersectionObserver(rememberSlide, {
        root: document.querySelector('.reveal-viewport'),
        threshold: 0.5,
      });
      for (const slide of document.querySelectorAll('section.slide')) observer.observe(slide);
    });
    window.addEventListener('hashchange', () => scrollTo(location.hash));
    document.addEventListener('click', followLink, true);
  }

  /** In the print and the scroll view all slides are there to be read, whichever reveal.js holds for the current one. */
  function unhideSlides() {
    for (const slide of document.querySelectorAll('.slides section')) {
      slide.removeAttribute('aria-hidden');
      slide.inert = false;
    }
  }

  function scrollTo(hash) {
    const id = decodeURIComponent(hash.replace(/^#\/?/, ''));
    if (id) document.getElementById(id)?.scrollIntoView();
  }

  function rememberSlide(entries) {
    const shown = entries.find((entry) => entry.isIntersecting);
    if (shown) history.replaceState(null, '', `#/${shown.target.id}`);
  }

  function followLink(event) {
    const link = event.target.closest?.('a[href^="#"]');
    if (!link) return;
    event.preventDefault();
    event.stopPropagation();
    scrollTo(link.getAttribute('href'));
  }

  Reveal.on('ready', () => {
    // The root is a document to read, not an application that swallows the reader's keys.
    document.querySelector('.reveal').removeAttribute('role');
    if (Reveal.isScrollView()) startReading();
    else void checkLaidOut();
  });
  Reveal.on('slidechanged', () => {
    document.documentElement.dataset.started = 'true';
    if (!Reveal.isScrollView()) void checkLaidOut();
  });
  Reveal.on('pdf-ready', () => {
    unhideSlides();
    void checkLaidOut().then(() => {
      document.documentElement.dataset.pdfReady = 'true';
    });
  });
  Reveal.on('overviewshown', () => setInert(true));
  Reveal.on('overviewhidden', () => setInert(false));

  function setInert(inert) {
    document.getElementById('overview-heading').hidden = !inert;
    for (const slide of document.querySelectorAll('.slides section[aria-hidden]')) slide.inert = inert;
  }

  const slideSize = document.querySelector('.reveal').dataset.size.split(' ').map(Number);
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  Reveal.initialize({
    width: slideSize[0],
    height: slideSize[1],
    margin: 0,
    center: false,
    minScale: 0.1,
    maxScale: 4,
    transition: isStill ? 'none' : 'fade',
    backgroundTransition: 'none',
    progress: false,
    hash: true,
    navigationMode: 'linear',
    autoAnimate: false,
    slideNumber: 'c/t',
    controls: true,
    pdfMaxPagesPerSlide: 1,
    pdfSeparateFragments: false,
    pdfPageHeightOffset: 0,
    // The plan's length; each slide's share of it is its data-timing.
    totalTime: Number(document.querySelector('.reveal').dataset.totalTime),
    plugins: [RevealNotes, RevealSearch, RevealZoom],
  });
})();
