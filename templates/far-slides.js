/*
 * Of a long talk, only what is near the shown slide stands in the page: reveal.js goes through all elements several times a turn.
 * What the far ones hold waits in a template inside each, where a saved page keeps it too.
 */
(function keepFarSlidesAside() {
  /** Slides of a talk that is long. */
  const MANY = 200;
  /** Slides either side of the shown one; reveal.js lays out three. */
  const NEAR = 4;

  /** Slides that are put away at a time, however busy the page is. */
  const AT_LEAST = 20;
  /** What waits longer for an idle moment is done anyway. ms */
  const PATIENCE = 200;

  let slides = [];
  /** Slides that stand in the page as a whole. */
  const whole = new Set();
  let isDue = false;
  let isOver = false;

  // A page that was saved while it was shown.
  for (const far of document.querySelectorAll('.slides template.far')) bringBack(far.parentElement);

  function update() {
    if (!slides[0]?.isConnected) takeStock();
    if (isOver || Reveal.isPrintView() || Reveal.isScrollView()) for (const slide of slides) bringBack(slide);
    else if (slides.length >= MANY) {
      for (const slide of near()) bringBack(slide);
      tidyLater();
    }
  }

  /** Edits put other slides into the page, and so does reveal.js where a window gets as narrow as a phone. */
  function takeStock() {
    slides = [...document.querySelectorAll('.slides section.slide')];
    whole.clear();
    // Links lead into lists of sources.
    for (const slide of slides) if (slide.dataset.slide !== 'sources' && !farOf(slide)) whole.add(slide);
  }

  function farOf(slide) {
    return slide.querySelector(':scope > template.far');
  }

  function near() {
    const shown = slides.indexOf(Reveal.getCurrentSlide());
    return slides.slice(Math.max(0, shown - NEAR), shown + NEAR + 1);
  }

  function tidyLater() {
    if (isDue) return;
    isDue = true;
    // Safari does not tell when it is idle.
    if (window.requestIdleCallback) requestIdleCallback(tidy, { timeout: PATIENCE });
    else setTimeout(tidy, PATIENCE, { timeRemaining: () => 0 });
  }

  function tidy(time) {
    isDue = false;
    if (isOver || Reveal.isScrollView()) return;
    const kept = new Set(near());
    let done = 0;
    for (const slide of whole) {
      if (kept.has(slide)) continue;
      if (done >= AT_LEAST && time.timeRemaining() < 1) {
        tidyLater();
        return;
      }
      putAside(slide);
      done += 1;
    }
  }

  function putAside(slide) {
    const far = document.createElement('template');
    far.className = 'far';
    far.content.append(...slide.childNodes);
    slide.append(far);
    whole.delete(slide);
  }

  function bringBack(slide) {
    const far = farOf(slide);
    if (!far) return;
    slide.replaceChildren(far.content);
    whole.add(slide);
  }

  /** For whoever looks at all slides at once; from then on they stay. */
  function bringAllBack() {
    isOver = true;
    update();
  }

  Reveal.on('ready', update);
  Reveal.on('slidechanged', update);
  // After an edit of a live talk.
  Reveal.on('sync', update);
  Reveal.on('overviewshown', bringAllBack);
  window.addEventListener('beforeprint', bringAllBack);
  // reveal.js asks there what to search for, or where to jump to.
  document.addEventListener('focusin', ({ target }) => {
    if (target.matches('.reveal input')) bringAllBack();
  });
})();
