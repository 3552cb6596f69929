/* The presenter page: previews, notes, clock and pace; steers every window of the talk. */
(function startPresenter() {
  const find = (id) => document.getElementById(id);
  const token = new URLSearchParams(location.search).get('token') ?? '';
  /** Within so many seconds of the plan a talk is on track. */
  const TOLERANCE = 15;
  /** Factors of the size that the window's width gives. */
  const SIZES = { 1: 0.84, 2: 1, 3: 1.36 };
  const previews = ['now', 'next'].map((id) => createPreview(find(id)));
  let plan = { title: '', seconds: 0, slides: [] };
  let at = 0;
  let room;
  /** Difference between the server's clock and this device's. ms */
  let skew = 0;
  let version = 0;
  /** A slide was turned here while the line was down. */
  let turnedAlone = false;

  const link = openLink({
    onRoom: (next, isOwn) => void follow(next, isOwn),
    onLost: () => {
      find('lost').hidden = false;
    },
  });

  async function follow(next, isOwn) {
    const before = room;
    room = next;
    skew = next.now - Date.now();
    find('lost').hidden = true;
    showProblems(next.problems);
    if (next.version !== version) {
      version = next.version;
      await loadPlan();
      for (const preview of previews) preview.refresh();
    } else if (isOwn && before && plan.slides[at]?.anchor === room.slide) {
      showTimes();
      return;
    }
    if (turnedAlone) {
      turnedAlone = !link.send({ type: 'show', slide: plan.slides[at].anchor });
      return;
    }
    if (!link.isWaiting()) showRoom();
    // Nobody has shown anything yet.
    if (room.slide === null && plan.slides[0]) link.send({ type: 'show', slide: plan.slides[0].anchor });
  }

  function showRoom() {
    const place = plan.slides.findIndex((slide) => slide.anchor === room.slide);
    at = Math.max(0, place);
    showSlide();
  }

  async function loadPlan() {
    const answer = await fetch(`plan.json?${new URLSearchParams({ token })}`, { cache: 'no-store' }).catch(
      () => undefined,
    );
    if (!answer?.ok) return;
    plan = await answer.json();
    document.title = `Presenter · ${plan.title}`;
    document.querySelector('.top h1').textContent = plan.title;
    drawTimeline();
    fillList();
  }

  /* ---- turning slides ---- */

  function turn(place) {
    const slide = plan.slides[Math.max(0, Math.min(place, plan.slides.length - 1))];
    if (!slide || plan.slides[at] === slide) return;
    at = plan.slides.indexOf(slide);
    turnedAlone = !link.send({ type: 'show', slide: slide.anchor });
    showSlide();
  }

  function showSlide() {
    const slide = plan.slides[at];
    if (!slide) return;
    const next = plan.slides[at + 1];
    previews[0].show(slide.anchor);
    if (next) previews[1].show(next.anchor);
    document.querySelector('.views').classList.toggle('last', !next);
    find('now-label').textContent = slide.label;
    find('next-label').textContent = next ? `Next: ${next.label}` : 'The last slide';
    find('place').textContent = `${at + 1} / ${plan.slides.length}`;
    find('back').disabled = at === 0;
    find('forward').disabled = !next;
    document.body.className = `t${slide.tone}`;
    showNotes(slide, next);
    showTimes();
  }

  /** A deck in a frame of its slides’ size, scaled to its room; it is told what to show. */
  function createPreview(frame) {
    let wanted;
    const deck = () => frame.contentWindow?.lectern;
    frame.src = `./?${new URLSearchParams({ token, receiver: '', progress: 'false', history: 'false', transition: 'none' })}`;
    frame.addEventListener('load', () => waitForDeck(20));
    new ResizeObserver(([entry]) => {
      // A hair more than fits, so that no edge shows between pixels.
      frame.style.transform = `scale(${(entry.contentRect.width + 0.5) / frame.offsetWidth})`;
    }).observe(frame.parentElement);

    function waitForDeck(tries) {
      if (deck()) deck().show(wanted);
      else if (tries > 0) setTimeout(() => waitForDeck(tries - 1), 50);
    }
    return {
      show(anchor) {
        wanted = anchor;
        deck()?.show(anchor);
      },
      refresh: () => void deck()?.refresh(wanted),
    };
  }

  /* ---- notes ---- */

  function showNotes(slide, next) {
    find('notes-text').replaceChildren(...(slide.notes ? lessonNotes(slide) : plainNotes(slide, next)));
    find('notes').scrollTop = 0;
  }

  function lessonNotes({ notes, time, start }) {
    return [
      line('h3', '', `${notes.id}  ${notes.topic}`),
      line('p', 'facts', `${notes.part} · ${notes.place} · about ${time}, from ${clockTime(start)}`),
      line('p', 'say', notes.say),
      line('blockquote', '', `“${notes.quote}”`),
      line('p', 'source', notes.url ? `${notes.citation}, ${notes.url}` : notes.citation),
      line('p', 'more', notes.related),
      line('p', 'more', notes.next && `Next: ${notes.next}`),
    ].filter((element) => element.textContent !== '');
  }

  function plainNotes({ time, start }, next) {
    return [
      line('p', 'none', `No notes for this slide; about ${time}, from ${clockTime(start)}.`),
      ...(next ? [line('p', 'more', `Next: ${next.label}`)] : []),
    ];
  }

  function line(tag, className, words) {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = words;
    return element;
  }

  function setSize(size) {
    document.documentElement.style.setProperty('--notes', String(SIZES[size]));
    for (const button of document.querySelectorAll('[data-size]'))
      button.setAttribute('aria-pressed', String(button.dataset.size === String(size)));
    localStorage.setItem('lectern-notes', String(size));
  }

  function sizeNow() {
    const size = Number(localStorage.getItem('lectern-notes'));
    return SIZES[size] ? size : 2;
  }

  /* ---- time ---- */

  function clockTime(seconds) {
    const whole = Math.floor(Math.abs(seconds));
    return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
  }

  function elapsedSeconds() {
    if (!room) return 0;
    const { counted, since } = room.clock;
    return (counted + (since === null ? 0 : Math.max(0, Date.now() + skew - since))) / 1000;
  }

  function showTimes() {
    const elapsed = elapsedSeconds();
    const left = plan.seconds - elapsed;
    const runs = room?.clock.since != null;
    find('clock').textContent = new Date().toLocaleTimeString([], {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    find('elapsed').textContent = clockTime(elapsed);
    find('remaining').textContent = `${left < 0 ? '−' : ''}${clockTime(left)}`;
    find('run').textContent = runs ? 'Pause' : elapsed > 0 ? 'Go on' : 'Start';
    find('reset').disabled = elapsed === 0;
    find('black').setAttribute('aria-pressed', String(room?.black ?? false));
    showPace(elapsed);
    moveHand(elapsed);
  }

  function showPace(elapsed) {
    const slide = plan.slides[at];
    const { pace, words } = slide && elapsed > 0 ? paceOf(slide, elapsed) : { pace: 'none', words: 'Not started' };
    document.body.dataset.pace = pace;
    find('pace').textContent = words;
  }

  /** The slide's own time is where the talk should be now: earlier is ahead of the plan, later behind it. */
  function paceOf({ start, seconds }, elapsed) {
    const early = start - elapsed;
    const late = elapsed - (start + seconds);
    if (early > TOLERANCE) return { pace: 'ahead', words: `Ahead by ${clockTime(early)}` };
    if (late > TOLERANCE) return { pace: 'behind', words: `Behind by ${clockTime(late)}` };
    return { pace: 'on-track', words: 'On track' };
  }

  /** Every slide as long as its time; the hand is the clock. The slide that is lit and the hand belong together. */
  function drawTimeline() {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', `0 0 ${Math.max(1, plan.seconds)} 30`);
    svg.setAttribute('preserveAspectRatio', 'none');
    const gap = plan.seconds / 1600;
    for (const { start, seconds, tone, kind } of plan.slides) {
      const isDivider = kind === 'part' || kind === 'theme';
      svg.append(
        rectangle(
          { x: start, y: isDivider ? 4 : 8, width: Math.max(gap, seconds - gap), height: isDivider ? 26 : 22 },
          `t${tone}`,
        ),
      );
    }
    svg.append(rectangle({ x: 0, y: 0, width: plan.seconds / 700, height: 30 }, 'hand'));
    find('timeline').replaceChildren(svg);
  }

  function rectangle(box, className) {
    const element = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    element.setAttribute('class', className);
    for (const [name, value] of Object.entries(box)) element.setAttribute(name, String(value));
    return element;
  }

  function moveHand(elapsed) {
    const rectangles = [...find('timeline').querySelectorAll('rect')];
    const hand = rectangles.pop();
    hand?.setAttribute('x', String(Math.min(elapsed, plan.seconds)));
    for (const [index, element] of rectangles.entries()) {
      element.classList.toggle('told', index < at);
      element.classList.toggle('now', index === at);
    }
  }

  /* ---- the list of slides ---- */

  function fillList() {
    const items = plan.slides.map((slide, index) => {
      const item = document.createElement('li');
      const button = document.createElement('button');
      button.type = 'button';
      button.className = `t${slide.tone}`;
      const words = [String(index + 1), slide.label, clockTime(slide.start)];
      button.append(
        ...words.map((text) => {
          const span = document.createElement('span');
          span.textContent = text;
          return span;
        }),
      );
      if (slide.kind === 'part' || slide.kind === 'theme') button.children[1].className = 'part';
      button.addEventListener('click', () => {
        find('slides').close();
        turn(index);
      });
      item.dataset.words = [index + 1, slide.label, slide.notes?.quote, slide.notes?.citation].join(' ').toLowerCase();
      item.append(button);
      return item;
    });
    find('list').replaceChildren(...items);
    filterList();
  }

  function openList() {
    find('filter').value = '';
    filterList();
    find('slides').showModal();
    find('filter').focus();
    find('list').children[at]?.scrollIntoView({ block: 'center' });
  }

  /** Slides that hold all the words; a whole number or id goes first, so that Enter takes it. */
  function filterList() {
    const typed = find('filter').value.trim().toLowerCase();
    const words = typed.split(/\s+/);
    const items = [...find('list').children];
    let best;
    for (const [index, item] of items.entries()) {
      const button = item.firstElementChild;
      item.hidden = !words.every((word) => item.dataset.words.includes(word));
      button.classList.toggle('here', index === at);
      button.classList.remove('first');
      const isExact = typed === String(index + 1) || plan.slides[index].notes?.id === typed;
      if (!item.hidden && typed !== '' && (best === undefined || (isExact && !best.isExact)))
        best = { button, isExact };
    }
    best?.button.classList.add('first');
  }

  /* ---- controls ---- */

  function toggleBlack() {
    if (room) link.send({ type: 'black', black: !room.black });
  }

  function toggleTimer() {
    link.send({ type: 'clock', action: room?.clock.since == null ? 'start' : 'stop' });
  }

  function showProblems(lines) {
    find('problems').hidden = lines.length === 0;
    find('problems').querySelector('pre').textContent = lines.join('\n');
  }

  const KEYS = {
    ArrowRight: () => turn(at + 1),
    ArrowDown: () => turn(at + 1),
    PageDown: () => turn(at + 1),
    ' ': () => turn(at + 1),
    n: () => turn(at + 1),
    ArrowLeft: () => turn(at - 1),
    ArrowUp: () => turn(at - 1),
    PageUp: () => turn(at - 1),
    p: () => turn(at - 1),
    Home: () => turn(0),
    End: () => turn(plan.slides.length - 1),
    j: openList,
    g: openList,
    '/': openList,
    b: toggleBlack,
    '.': toggleBlack,
    t: toggleTimer,
    '+': () => setSize(Math.min(3, sizeNow() + 1)),
    '=': () => setSize(Math.min(3, sizeNow() + 1)),
    '-': () => setSize(Math.max(1, sizeNow() - 1)),
  };

  document.addEventListener('keydown', (event) => {
    if (find('slides').open || event.ctrlKey || event.metaKey || event.altKey) return;
    // A focused button keeps the keys that press it.
    if (event.target.closest?.('button') && event.key === ' ') return;
    const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  find('filter').addEventListener('input', filterList);
  find('filter').addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    find('list').querySelector('.first')?.click();
  });
  find('slides').addEventListener('click', (event) => {
    if (event.target === find('slides')) find('slides').close();
  });
  find('back').addEventListener('click', () => turn(at - 1));
  find('forward').addEventListener('click', () => turn(at + 1));
  find('jump').addEventListener('click', openList);
  find('black').addEventListener('click', toggleBlack);
  find('run').addEventListener('click', toggleTimer);
  find('reset').addEventListener('click', () => link.send({ type: 'clock', action: 'reset' }));
  for (const button of document.querySelectorAll('[data-size]'))
    button.addEventListener('click', () => setSize(Number(button.dataset.size)));
  setSize(sizeNow());
  setInterval(showTimes, 250);
})();
