using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CleanIssuing.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class BulkActions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Action",
                table: "BulkEdits",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "EditControls",
                collation: "C");

            migrationBuilder.AddColumn<Guid>(
                name: "UndoOf",
                table: "BulkEdits",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Before",
                table: "BulkEditCards",
                type: "character varying(262144)",
                maxLength: 262144,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "BulkEditCards",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Version",
                table: "BulkEditCards",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true,
                collation: "C");

            migrationBuilder.CreateIndex(
                name: "IX_BulkEdits_UndoOf",
                table: "BulkEdits",
                column: "UndoOf",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_BulkEdits_UndoOf",
                table: "BulkEdits");

            migrationBuilder.DropColumn(
                name: "Action",
                table: "BulkEdits");

            migrationBuilder.DropColumn(
                name: "UndoOf",
                table: "BulkEdits");

            migrationBuilder.DropColumn(
                name: "Before",
                table: "BulkEditCards");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "BulkEditCards");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "BulkEditCards");
        }
    }
}
