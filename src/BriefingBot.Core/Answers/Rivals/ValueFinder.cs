using BriefingBot.Claims;

namespace BriefingBot.Answers;

/// <summary>A value and where among the words of its sentence it stands.</summary>
/// <param name="First">Its first word.</param>
/// <param name="End">Past its last word.</param>
internal sealed record FoundValue(Value Value, int First, int End);

/// <summary>Finds what in a sentence may be the value that a question asks for.</summary>
internal static class ValueFinder
{
    public static List<FoundValue> Find(ValueQuestion question, List<Word> words)
    {
        List<FoundValue> found = [];
        for (var i = 0; i < words.Count;)
        {
            var length = At(question, words, i, out var value);
            if (value is not null)
            {
                found.Add(new FoundValue(value, i, i + length));
            }

            i += Math.Max(1, length);
        }

        return found;
    }

    private static int At(ValueQuestion question, List<Word> words, int i, out Value? value)
    {
        value = null;
        var length = DateFinder.At(words, i, out var date);
        switch (question.Kind)
        {
            case ValueKind.Date:
                value = date;
                break;
            case ValueKind.Number when length == 0:
                length = NumberFinder.At(words, i, out var number);
                value = number;
                break;
            case ValueKind.Listed:
                (length, var name) = question.List!.At(words, i);
                value = length > 0 ? new WordsValue(words[i].Span.Union(words[i + length - 1].Span), name, WordsMatch.Whole) : null;
                break;
            case ValueKind.Name or ValueKind.Place when length == 0:
                length = WordsFinder.Name(question, words, i, out var run);
                value = run;
                break;
            case ValueKind.Phrase when length == 0:
                length = WordsFinder.Phrase(question, words, i, out var phrase);
                value = phrase;
                break;
        }

        // What the question says itself does not answer it: "according to the 2010 census".
        value = length > 0 && question.Has(words[i].Lower) ? null : value;
        return length;
    }
}
