using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CleanIssuing.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class EmbeddedComponents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CardholderName",
                table: "Cards",
                type: "TEXT",
                maxLength: 255,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "CollectsRequirements",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "OpenedComponents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    UserId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    IpAddress = table.Column<string>(type: "TEXT", maxLength: 45, nullable: true),
                    CanManage = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenedComponents", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Cards_AccountId_CardholderName_Id",
                table: "Cards",
                columns: new[] { "AccountId", "CardholderName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Cards_AccountId_Last4_CreatedAt_Id",
                table: "Cards",
                columns: new[] { "AccountId", "Last4", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_OpenedComponents_AccountId_At",
                table: "OpenedComponents",
                columns: new[] { "AccountId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OpenedComponents");

            migrationBuilder.DropIndex(
                name: "IX_Cards_AccountId_CardholderName_Id",
                table: "Cards");

            migrationBuilder.DropIndex(
                name: "IX_Cards_AccountId_Last4_CreatedAt_Id",
                table: "Cards");

            migrationBuilder.DropColumn(
                name: "CardholderName",
                table: "Cards");

            migrationBuilder.DropColumn(
                name: "CollectsRequirements",
                table: "Accounts");
        }
    }
}
