/* The line between a window and the server. It is opened anew as long as the window lives. */
// biome-ignore lint/correctness/noUnusedVariables: called by the scripts that stand behind this one.
function openLink({ onRoom, onLost }) {
  const FIRST_DELAY = 150;
  const LONGEST_DELAY = 2000;
  /** The server says something at least every 4 s. ms */
  const SILENCE = 13_000;
  const address = new URL('live', location.href);
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  address.search = new URLSearchParams({ token: new URLSearchParams(location.search).get('token') ?? '' });
  address.hash = '';
  let socket;
  let own = 0;
  /** Wishes that are on their way. */
  let unanswered = 0;
  let delay = FIRST_DELAY;
  let silence;
  let retry;

  function connect() {
    clearTimeout(retry);
    const line = new WebSocket(address);
    socket = line;
    unanswered = 0;
    line.onmessage = ({ data }) => {
      if (line !== socket) return;
      listen();
      const message = JSON.parse(data);
      if (message.type === 'hello') own = message.id;
      if (message.type === 'room') {
        delay = FIRST_DELAY;
        if (message.by === own) unanswered -= 1;
        onRoom(message, message.by === own);
      }
    };
    line.onclose = () => lose(line);
    listen();
  }

  function listen() {
    clearTimeout(silence);
    const line = socket;
    silence = setTimeout(() => lose(line), SILENCE);
  }

  /** A dead line may take minutes to be closed: it is let go of at once. */
  function lose(line) {
    if (line !== socket) return;
    socket = undefined;
    line.onmessage = null;
    line.close();
    clearTimeout(silence);
    onLost();
    retry = setTimeout(connect, delay);
    delay = Math.min(delay * 2, LONGEST_DELAY);
  }

  function hurry() {
    if (!socket && document.visibilityState === 'visible') connect();
  }
  window.addEventListener('online', hurry);
  document.addEventListener('visibilitychange', hurry);
  connect();
  return {
    /** Whether the wish could be sent. */
    send(wish) {
      if (socket?.readyState !== WebSocket.OPEN) return false;
      socket.send(JSON.stringify(wish));
      unanswered += 1;
      return true;
    },
    /** Whether the server has yet to answer a wish: until then rooms are of before it. */
    isWaiting: () => unanswered > 0,
  };
}
