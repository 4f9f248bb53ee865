using BriefingBot.Channels.Access;
using BriefingBot.Channels.Bots;
using BriefingBot.Retrieval;
using Microsoft.Extensions.Options;

namespace BriefingBot.Channels.Tests.Access;

public sealed class AccessRulesTests
{
    [Fact]
    public void Without_a_rule_everybody_reads_everything()
    {
        Assert.Null(Rules().Narrow(new Caller("slack", "workspace:T1"), wanted: null));
    }

    [Fact]
    public void Once_there_is_a_rule_who_has_none_reads_nothing()
    {
        Assert.Throws<AccessException>(() => Rules(("workspace:T1", ["korea"])).Narrow(new Caller("slack", "workspace:T2"), wanted: null));
    }

    [Theory]
    [InlineData("workspace:T1")]
    [InlineData("Workspace:t1")]
    [InlineData("door:slack")]
    [InlineData("*")]
    public void A_rule_is_for_a_membership_a_door_or_anybody(string who)
    {
        Assert.Equal(["korea"], Rules((who, ["Korea "])).Narrow(new Caller("slack", "workspace:T1"), wanted: null)!.Collections!);
    }

    [Fact]
    public void What_a_message_calls_itself_is_no_door()
    {
        Assert.Throws<AccessException>(() => Rules(("door:api", ["korea"])).Narrow(new Caller("slack", "workspace:api"), wanted: null));
    }

    [Fact]
    public void What_rules_allow_adds_up()
    {
        var rules = Rules(("workspace:T1", ["korea"]), ("door:slack", ["velmora"]), ("key:desk", ["kestrin"]));

        Assert.Equal(["korea", "velmora"], rules.Narrow(new Caller("slack", "workspace:T1"), wanted: null)!.Collections!);
    }

    [Fact]
    public void A_star_is_every_article_those_of_no_collection_too()
    {
        Assert.Null(Rules(("door:api", ["*"]), ("*", ["korea"])).Narrow(new Caller("api"), wanted: null));
    }

    [Fact]
    public void A_wish_never_widens_what_may_be_read()
    {
        var wanted = new PassageFilter { Collections = ["kestrin", "KOREA"], From = new DateOnly(2024, 7, 1) };

        var narrowed = Rules(("*", ["korea", "velmora"])).Narrow(new Caller("api"), wanted)!;

        Assert.Equal(["KOREA"], narrowed.Collections!);
        Assert.Equal(wanted.From, narrowed.From);
        Assert.Empty(Rules(("*", ["velmora"])).Narrow(new Caller("api"), wanted)!.Collections!);
    }

    private static AccessRules Rules(params (string Who, string[] Read)[] rules)
    {
        var options = new AccessOptions();
        foreach (var (who, read) in rules)
            options.Rules.Add(new AccessRule { Who = who, Read = read });
        return new AccessRules(Options.Create(options));
    }
}
