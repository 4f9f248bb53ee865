using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>The roles around one verb of a sentence, held against a claim's.</summary>
/// <param name="own">The claim's terms in the sentence.</param>
internal sealed class RolesHeld(Claim claim, ClaimMatcher matcher, Statement statement, IReadOnlyList<Word> words, VerbGroup verb, ulong own)
{
    // "The bank": a longer description names somebody of its own.
    private const int LongestSelfInWords = 2;
    private const int LeastSharedLetters = 4;
    private const int MostEndingLetters = 2;

    private readonly string _text = statement.Source.Text;
    private readonly Subject _subject = Subject.Of(words, verb);

    private Subject Doer => !verb.IsPassive ? _subject : VerbGroup.AgentAfter(words, verb.Verb) is var (start, end) ? new Subject(start, end) : Subject.None;

    private Subject Done => verb.IsPassive ? _subject : Object();

    /// <summary>Whether somebody else does it here, or has it done to them.</summary>
    public bool Differ(Party agent, Party patient) => (agent.Bits != 0 && IsDoneByAnother(agent, patient)) || (patient.Bits != 0 && IsDoneToAnother(agent, patient));

    private bool IsDoneByAnother(Party agent, Party patient)
    {
        var doer = Doer;
        if (doer.IsNone)
        {
            // "Erik Dahl was shot": he shot nobody.
            return verb.IsPassive && Has(_subject, agent) && !Has(_subject, patient);
        }

        if (Has(doer, agent))
        {
            return false;
        }

        var isSwapped = (Has(doer, patient) && (verb.IsFinite || verb.IsPassive)) || (Has(Done, agent) && patient.Bits != 0);
        return doer.NamingIn(words, IsName) switch
        {
            Naming.Own => agent.First is not null || isSwapped,
            Naming.Description => isSwapped || (agent.First is { } name && doer.End - doer.Start > LongestSelfInWords && IsSaidBy(name)),
            Naming.Pronoun => agent.First is { } named && IsOfAnother(words[doer.Start].Lower, named),
            _ => false,
        };
    }

    private bool IsDoneToAnother(Party agent, Party patient)
    {
        var done = Done;
        if (done.IsNone || Has(done, patient))
        {
            return false;
        }

        return agent.Bits == 0 && !verb.IsPassive && verb.IsFinite && Has(_subject, patient) && !Has(AfterVerb(), patient)
            || (patient.First is { } name && !matcher.HasAll(name, own) && done.NamingIn(words, IsName) == Naming.Own && HasName(done));
    }

    // "He" is whoever speaks, where somebody does; "I" always.
    private bool IsOfAnother(string pronoun, QuestionName name)
    {
        if (statement.Speaker is not { IsNamed: true } speaker || SpeakerMatch.Is(statement.Source, speaker, name))
        {
            return false;
        }

        return RoleWords.Is("self", pronoun) || (RoleWords.Is("person", pronoun) && !matcher.HasAll(name, own));
    }

    private bool IsSaidBy(QuestionName name) => statement.Speaker is { } speaker && speaker.Content.Any(content => content.Contains(words[verb.Verb].Span)) && SpeakerMatch.Is(statement.Source, speaker, name);

    private bool Has(Subject part, Party party) => !part.IsNone && (party.First is { } name
        ? matcher.HasAll(name, matcher.Match(_text, part.SpanIn(words))) || HasPart(part, name) || HasKin(part, name)
        : (matcher.Match(_text, part.SpanIn(words)) & party.Bits) != 0);

    private bool HasPart(Subject part, QuestionName name)
    {
        for (var i = part.Start; i < part.End; i++)
        {
            if (Namesakes.IsOf(words, i, name))
            {
                return true;
            }
        }

        return false;
    }

    // "Sundrian artillery" is Sundria's.
    private bool HasKin(Subject part, QuestionName name)
    {
        var letters = Math.Max(LeastSharedLetters, name.Text.Length - MostEndingLetters);
        return name.Text.Length >= letters && words.Skip(part.Start).Take(part.End - part.Start)
            .Any(word => word.IsCapitalised && word.Lower.AsSpan().StartsWith(name.Text.AsSpan(0, letters), StringComparison.OrdinalIgnoreCase));
    }

    private bool IsName(Word word) => matcher.Match(_text, word.Span) is var bits && claim.Names.Any(name => matcher.HasAny(name, bits));

    private bool HasName(Subject part)
    {
        for (var i = part.Start; i < part.End; i++)
        {
            if (words[i].IsCapitalised && i > 0 && !words[i - 1].IsMark)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What stands right after the verb: "Tidewater Bank" of "lent Tidewater Bank 400 million".</summary>
    private Subject Object()
    {
        var start = verb.Verb + 1;
        var end = start;
        while (end < words.Count && !words[end].IsMark && !RoleWords.Is("preposition", words[end].Lower) && !RoleWords.Is("stop", words[end].Lower) && !RoleWords.Is("link", words[end].Lower))
        {
            end++;
        }

        return new Subject(start, end);
    }

    private Subject AfterVerb() => new(verb.Verb + 1, words.Count);
}
