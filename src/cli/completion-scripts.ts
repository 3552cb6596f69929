/** Shells that words can be completed in. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** bash cuts words at = and : as well; they are put together again, and what is typed already is taken off the answers. */
const BASH = `# Completes lectern in bash. In ~/.bashrc: source <(lectern completion bash)
_lectern() {
  local current="\${COMP_WORDS[COMP_CWORD]}" files='' word='' line value index
  local -a words=()
  for ((index = 1; index <= COMP_CWORD; index++)); do
    value="\${COMP_WORDS[index]}"
    if ((\${#words[@]})) && [[ $value == [=:]* || \${words[-1]} == *[=:] ]]; then
      words[-1]+="$value"
    else
      words+=("$value")
    fi
  done
  [[ $current == [=:] ]] && current=''
  word="\${words[-1]-}"
  word="\${word%"$current"}"
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      files=1
    else
      value="\${line%%$'\\t'*}"
      COMPREPLY+=("\${value#"$word"}")
    fi
  done < <(lectern __complete -- "\${words[@]}" 2>/dev/null)
  if [[ -n $files ]]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$current")
  elif ((\${#COMPREPLY[@]})); then
    for index in "\${!COMPREPLY[@]}"; do printf -v "COMPREPLY[index]" '%q' "\${COMPREPLY[index]}"; done
  fi
}
complete -F _lectern lectern
`;

const ZSH = `#compdef lectern
# Completes lectern in zsh. In ~/.zshrc, after compinit: source <(lectern completion zsh)
_lectern() {
  local -a lines values
  local line files=0
  lines=("\${(@f)$(lectern __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  for line in $lines; do
    if [[ $line == :files ]]; then
      files=1
    else
      values+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
    fi
  done
  (( $#values )) && _describe -V lectern values
  (( files )) && _files
  return 0
}
compdef _lectern lectern
`;

const FISH = `# Completes lectern in fish. Once: lectern completion fish > ~/.config/fish/completions/lectern.fish
function __lectern_complete
    set -l current (commandline -ct)
    set -l words (commandline -opc)
    set -e words[1]
    for line in (lectern __complete -- $words "$current" 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path "$current"
        else
            echo $line
        end
    end
end
complete -c lectern -f -k -a '(__lectern_complete)'
`;

/** The script of each shell. They know nothing of Lectern's commands and options: for each word they ask \`lectern __complete\`. */
export const COMPLETION_SCRIPTS: Readonly<Record<Shell, string>> = { bash: BASH, zsh: ZSH, fish: FISH };
