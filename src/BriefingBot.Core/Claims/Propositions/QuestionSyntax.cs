using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Claims;

/// <summary>The syntax of a yes-or-no question, read as the statement it asks about: "the lock did open" of "Did the lock open?". There are few questions to learn from.</summary>
internal static class QuestionSyntax
{
    private const int LongestSubjectInWords = 12;

    /// <returns>Null where no reading of it is one sentence about one subject.</returns>
    public static SyntaxTree? Read(Question question)
    {
        var words = Words.Of(question.Body, new TextSpan(0, question.Body.Length));
        while (words.Count > 0 && words[^1].IsMark)
        {
            words.RemoveAt(words.Count - 1);
        }

        if (words.Count < 3 || !FunctionWords.IsAuxiliary(words[0].Lower))
        {
            return words.Count == 0 ? null : SyntaxReader.Shipped.Read(words, Given(words, -1, isVerbGiven: false));
        }

        // "There was a leak" has its subject after the verb.
        if (words[1].Lower == "there")
        {
            var tree = SyntaxReader.Shipped.Read([words[1], words[0], .. words[2..]]);
            return tree.IsOfThere ? tree : null;
        }

        var least = LengthOfName(words, question);
        // First as the words read best, then with the form of the verb that the opening word takes.
        return Turned(words, least, isGiven: false) ?? Turned(words, least, isGiven: true);
    }

    private static SyntaxTree? Turned(List<Word> words, int least, bool isGiven)
    {
        for (var length = Math.Max(1, least); length <= LongestSubjectInWords && length < words.Count - 1; length++)
        {
            List<Word> turned = [.. words.Skip(1).Take(length), words[0], .. words.Skip(length + 1)];
            if (SyntaxReader.Shipped.Read(turned, Given(turned, length, isGiven)) is var tree && IsStatement(tree, length) && (isGiven || IsSure(tree, length)))
            {
                return tree;
            }

            // After a name comes the verb, unless more of the subject does: "Kansas voters".
            if (isGiven && length == least && !words[length + 1].Lower.EndsWith('s') && Plain(turned, length) is { } plain)
            {
                return plain;
            }
        }

        return null;
    }

    // A verb or an adjective right after "did" or "was"; a noun may as well be more of the subject.
    private static bool IsSure(SyntaxTree tree, int auxiliary)
    {
        var verb = tree.Heads[auxiliary];
        return (tree.IsVerb(verb) || tree.Tags[verb] is "JJ") && Enumerable.Range(auxiliary + 1, verb - auxiliary - 1).All(between => tree.Tags[between] is "RB" || Negation.IsNegator(tree.Words[between].Lower));
    }

    // Of a subject that is a name, or begins with one: "the UK", and "Will Smith", who is no auxiliary.
    private static int LengthOfName(List<Word> words, Question question)
    {
        var first = words[1].Lower == "the" ? 2 : 1;
        var end = first;
        while (end < words.Count && words[end].IsCapitalised)
        {
            end++;
        }

        return question.Names.Any(name => words.Skip(first).Take(end - first).Any(word => name.Span.Overlaps(word.Span))) ? end - 1 : 0;
    }

    private static bool IsDoing(string opener) => FunctionWords.Is("do", opener) || FunctionWords.Is("modal", opener);

    // What a name is, and what form of the verb "did" takes, needs no reading.
    private static Dictionary<int, string> Given(List<Word> words, int auxiliary, bool isVerbGiven)
    {
        Dictionary<int, string> given = [];
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].IsCapitalised && i != auxiliary && auxiliary >= 0)
            {
                given[i] = "NNP";
            }
        }

        var next = auxiliary < 0 || !isVerbGiven ? -1 : words.FindIndex(auxiliary + 1, word => !Negation.IsNegator(word.Lower) && !word.Lower.EndsWith("ly", StringComparison.Ordinal));
        if (next >= 0 && !given.ContainsKey(next))
        {
            var lower = words[next].Lower;
            if (IsDoing(words[auxiliary].Lower) && !lower.EndsWith("ers", StringComparison.Ordinal) && !FunctionWords.Is("preposition", lower) && SpeakerWords.Kind(lower) == SpeakerWord.Unknown && (next + 1 >= words.Count || words[next + 1].Lower != "of"))
            {
                given[next] = "VB";
            }
            else if (!IsDoing(words[auxiliary].Lower) && lower.EndsWith("ed", StringComparison.Ordinal))
            {
                given[next] = "VBN";
            }
        }

        return given;
    }

    // What stood first now stands after its subject, which is all that stands before it.
    private static bool IsStatement(SyntaxTree tree, int auxiliary)
    {
        var verb = tree.Heads[auxiliary];
        if (verb <= auxiliary || tree.Relations[auxiliary] is not ("aux" or "aux:pass" or "cop") || tree.Heads[verb] != SyntaxTree.Root)
        {
            return false;
        }

        var subjects = tree.Below(verb).Where(below => tree.Relations[below] is "nsubj" or "nsubj:pass" or "csubj").ToList();
        return !IsObjectLost(tree, verb) && subjects is [var subject] && subject < auxiliary && Enumerable.Range(0, auxiliary).All(word => tree.IsUnder(word, subject))
            && (!IsDoing(tree.Words[auxiliary].Lower) || tree.IsVerb(verb))
            && (tree.Tags[verb] is not "NN" || tree.Below(verb).Any(below => tree.Relations[below] is "det" or "nummod" or "nmod:poss"));
    }

    // What stands right after the verb hangs on it as its object.
    private static bool IsObjectLost(SyntaxTree tree, int verb)
    {
        var next = verb + 1;
        return tree.IsVerb(verb) && next < tree.Words.Count && tree.Tags[next] is "DT" or "NNP" or "NNPS" or "NN" or "NNS" or "CD" or "PRP" or "PRP$" && !FunctionWords.Is("time", tree.Words[next].Lower)
            && !tree.Below(verb).Any(below => tree.Relations[below] is "obj" or "iobj" or "xcomp" || (tree.IsUnder(next, below) && (tree.Below(below, "nsubj").Any() || tree.Below(below, "case").Any() || FunctionWords.Is("time", tree.Words[below].Lower))));
    }

    /// <summary>A name, what it does, and whom or what it does it to: read by the places of the words alone.</summary>
    private static SyntaxTree? Plain(List<Word> words, int auxiliary)
    {
        var opener = words[auxiliary].Lower;
        var verb = words.FindIndex(auxiliary + 1, word => !Negation.IsNegator(word.Lower) && !word.Lower.EndsWith("ly", StringComparison.Ordinal));
        if (verb < 0 || FunctionWords.Is("preposition", words[verb].Lower))
        {
            return null;
        }

        var end = words.FindIndex(verb + 1, word => FunctionWords.Is("preposition", word.Lower) || word.IsMark);
        end = end < 0 ? words.Count : end;
        var isParticiple = words[verb].Lower.EndsWith("ed", StringComparison.Ordinal) || words[verb].Lower.EndsWith("en", StringComparison.Ordinal) || words[verb].Lower.EndsWith("ing", StringComparison.Ordinal);
        var isState = FunctionWords.Is("be", opener) && !isParticiple;
        var head = isState ? end - 1 : verb;
        var isPassive = FunctionWords.Is("be", opener) && isParticiple && !words[verb].Lower.EndsWith("ing", StringComparison.Ordinal);
        var (heads, relations, tags) = (new int[words.Count], new string[words.Count], new string[words.Count]);
        Array.Fill(heads, head);
        Array.Fill(relations, "dep");
        Array.Fill(tags, "NN");
        (heads[head], relations[head], tags[head]) = (SyntaxTree.Root, "root", isState ? "JJ" : "VB");
        for (var i = 0; i < auxiliary; i++)
        {
            (heads[i], relations[i]) = i == auxiliary - 1 ? (head, isPassive ? "nsubj:pass" : "nsubj") : (auxiliary - 1, "flat");
        }

        relations[auxiliary] = isState ? "cop" : isPassive ? "aux:pass" : "aux";
        if (!isState && end > verb + 1)
        {
            for (var i = verb + 1; i < end; i++)
            {
                (heads[i], relations[i]) = i == end - 1 ? (head, "obj") : (end - 1, "compound");
            }
        }

        if (isPassive && end < words.Count - 1 && words[end].Lower == "by")
        {
            (heads[end + 1], relations[end + 1]) = (head, "obl:agent");
        }

        return new SyntaxTree(words, tags, heads, relations);
    }
}
