using System.Text.Json;
using System.Text.Json.Nodes;

namespace BriefingBot.Channels.Tests.BotFramework.Fakes;

/// <summary>An activity with something in it changed: bytes, members, kinds of values, addresses.</summary>
internal static class ActivityMutation
{
    // Stands for half of a surrogate pair, which no writer of JSON writes.
    private const string Half = "half of a pair";

    private static readonly string[] Texts = ["", " ", "\0", Half, "<at>BriefingBot</at>", "😀", "‮", "../../x", "http://169.254.169.254/", "https://elsewhere.example/", "help", "quotes x", "as of 2024-01-01 x", "check x", "{{7*7}}", "%00%2f", "1e999"];

    public static string Of(string activity, Random random) => Mutated(activity, random).Replace(Half, "\\ud800", StringComparison.Ordinal);

    private static string Mutated(string activity, Random random)
    {
        if (random.Next(5) == 0)
            return Broken(activity, random);
        var json = JsonNode.Parse(activity)!.AsObject();
        for (var times = random.Next(1, 4); times > 0; times--)
            Change(json, random);
        return json.ToJsonString();
    }

    private static string Broken(string activity, Random random)
    {
        var (start, length) = (random.Next(activity.Length), random.Next(1, 10));
        return random.Next(3) switch
        {
            0 => activity[..start],
            1 => activity.Remove(start, Math.Min(length, activity.Length - start)),
            _ => activity.Insert(start, Texts[random.Next(Texts.Length)]),
        };
    }

    private static void Change(JsonObject json, Random random)
    {
        var places = Objects(json).SelectMany(part => part.Select(member => (Part: part, member.Key))).ToList();
        if (places.Count == 0)
            return;
        var (part, key) = places[random.Next(places.Count)];
        switch (random.Next(8))
        {
            case 0:
                part.Remove(key);
                break;
            case 1:
                part[key] = null;
                break;
            case 2:
                part[key] = random.Next();
                break;
            case 3:
                part[key] = new JsonObject { [key] = true };
                break;
            case 4:
                part[key] = new JsonArray(1, "two", null, new JsonObject());
                break;
            case 5:
                part[key] = Half;
                break;
            case 6:
                part[key] = new string('x', random.Next(5_000));
                break;
            default:
                part[key] = JsonSerializer.SerializeToNode(Texts[random.Next(Texts.Length)]);
                break;
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject part => [part, .. part.SelectMany(member => Objects(member.Value))],
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
