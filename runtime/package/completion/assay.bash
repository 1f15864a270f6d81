# Completion of assay and assayc for bash. The programs are asked: what completes is what their --help says.

# The commands of a program; the options of one of its commands.
_assay_commands() { "$1" --help 2>/dev/null | sed -nE 's/^  (assayc? )?([a-z]+) .*/\2/p'; }
_assay_options() {
    "$1" "$2" --help 2>/dev/null | sed -nE 's/^  (-[a-z], )?(--?[a-z][a-z-]*).*/\2/p'
    echo --help
}

# The words that an option takes, where --help lists them as a|b|c.
_assay_values() { "$1" "$2" --help 2>/dev/null | sed -nE "s/^  (-[a-z], )?$3 ([a-z0-9-]+(\|[a-z0-9-]+)+)( .*)?\$/\2/p" | tr '|' '\n'; }

_assay() {
    local program=$1 word=$2 before=$3 command= commands values i
    COMPREPLY=()
    [ "$word" = = ] && word=
    [ "$before" = = ] && before=${COMP_WORDS[COMP_CWORD - 2]}
    commands=$(_assay_commands "$program")
    for ((i = 1; i < COMP_CWORD; i++)); do
        grep -qxF -- "${COMP_WORDS[i]}" <<<"$commands" && command=${COMP_WORDS[i]} && break
    done
    if [ -z "$command" ]; then
        COMPREPLY=($(compgen -W "$commands --help" -- "$word"))
        return
    fi
    if [[ $before =~ ^--?[a-z-]+$ ]]; then
        values=$(_assay_values "$program" "$command" "$before")
        COMPREPLY=($(compgen -W "$values" -- "$word"))
        [ -n "$values" ] && return
    fi
    if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$(_assay_options "$program" "$command")" -- "$word"))
    elif [ "$command" = explain ]; then
        COMPREPLY=($(compgen -W "$("$program" explain 2>/dev/null | grep -oE '^ *[A-Z][0-9]{4}')" -- "$word"))
    fi
}

# Where nothing is offered, files are.
complete -o bashdefault -o default -F _assay assay assayc
